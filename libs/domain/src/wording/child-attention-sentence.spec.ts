import { describe, expect, it } from '@jest/globals';
import { childAttentionSentence, type ChildAttention } from './child-attention-sentence.js';
import { shown, THIRD_QUARTER } from './testing/results.js';

function attention(complete: number, no: number, unknown: number): ChildAttention {
  return { period: THIRD_QUARTER, parts: { state: 'shown', complete, no, unknown }, organisationReasons: null };
}

describe('childAttentionSentence', () => {
  it('says complete, no and not known of the reflections with minors, and asks what helps', () => {
    expect(childAttentionSentence(attention(12, 6, 6), 'nl')).toBe(
      '3e kwartaal 2026: bij 24 reflecties waren minderjarigen betrokken. De aandacht was volledig in 12 daarvan. In 6 staat ten minste één nee; in 6 is het niet bekend. Wat helpt het team om alle kinderen in beeld te houden?',
    );
  });

  it('asks about the recording when not known is the largest part, and never adds it to no', () => {
    const said = childAttentionSentence(attention(6, 3, 15), 'nl');
    expect(said).toContain('In 3 staat ten minste één nee; in 15 is het niet bekend.');
    expect(said).toMatch(/ Niet bekend is geen nee: wat zou helpen om dit vollediger vast te leggen\?$/);
  });

  it('asks about the children when not known is as large as another part and no larger', () => {
    expect(childAttentionSentence(attention(12, 0, 12), 'nl')).toMatch(/ in beeld te houden\?$/);
    expect(childAttentionSentence(attention(0, 12, 12), 'nl')).toMatch(/ in beeld te houden\?$/);
  });

  it('never says that a part is none or all', () => {
    expect(childAttentionSentence(attention(12, 0, 0), 'nl')).toContain('volledig in 10 tot 12 daarvan. In 0 tot 2 staat ten minste één nee; in 0 tot 2 is het niet bekend.');
  });

  it('keeps what the organisation plays in it apart', () => {
    const withReasons = { ...attention(12, 6, 6), organisationReasons: shown(6, 30) };
    expect(childAttentionSentence(withReasons, 'nl')).toContain(' Tijd, cultuur of steun van de organisatie staat apart: 6 van 30 reflecties (20 %). ');
  });

  it('says only that there is no figure when there is none', () => {
    expect(childAttentionSentence({ ...attention(0, 0, 0), parts: { state: 'withheld' } }, 'nl')).toBe('3e kwartaal 2026: nog niet te tonen.');
    expect(childAttentionSentence(attention(0, 0, 0), 'nl')).toBe('3e kwartaal 2026: niets aangeleverd.');
  });
});
