import { describe, expect, it } from '@jest/globals';
import { OrganisationDocument, OrganisationsDocument, TypedDocumentString } from './generated/graphql';
import { questionOf } from './question';

describe('a question to the API', () => {
  it('names its document and does not hold the text', () => {
    const question = questionOf(OrganisationDocument, { code: 'een' });
    expect(question).toEqual({ documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), variables: { code: 'een' } });
    expect(JSON.stringify(question)).not.toContain('query');
  });

  it('holds the text as well while a page is being made', () => {
    expect(questionOf(OrganisationsDocument, {}, true)).toMatchObject({ documentId: expect.stringMatching(/^sha256:/), query: expect.stringContaining('query Organisations') });
  });

  it('fails for a document that was not generated', () => {
    expect(() => questionOf(new TypedDocumentString('{ organisations { code } }'), {})).toThrow('has no id');
  });
});
