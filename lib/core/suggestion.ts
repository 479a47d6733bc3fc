/** The known name that differs by case, punctuation or one letter, or else all of them. Names may be in any script. */
export function suggestion(name: string, names: readonly string[]): string {
  if (names.length === 0) return 'there are none';
  const spellings = new Set(spellingsOf(name));
  const meant = names.find((known) => spellingsOf(known).some((spelling) => spellings.has(spelling)));
  return meant === undefined ? `use ${names.join(', ')}` : `did you mean ${meant}?`;
}

/** A name's letters, and the same with any one of them left out: misspelt names share one of these. */
function spellingsOf(name: string): string[] {
  const letters = name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  if (letters.length < 4) return [letters];
  return [letters, ...Array.from(letters, (_, index) => letters.slice(0, index) + letters.slice(index + 1))];
}
