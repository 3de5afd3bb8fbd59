/**
 * A function that remembers its last answers, for texts that come again and again.
 *
 * @param compute must give the same answer to the same text; its answers must not be changed by anyone.
 * @param limit how many answers are kept at most. When there are more it forgets all of them and begins anew: what
 * comes in order (all rows of one case after each other) is found again at once.
 */
export function remembering<Answer>(compute: (text: string) => Answer, limit: number): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = compute(text);
    if (answers.size >= limit) answers.clear();
    answers.set(detached(text), answer);
    return answer;
  };
}

/** A cell is a window on the text it was cut from; as a key it would keep all of that text in memory. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
