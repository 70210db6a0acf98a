/** The given name: the last word, by which Vietnamese class lists are sorted and children called. */
export function givenName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}

const collator = new Intl.Collator('vi');

/** Class-list order: given name first, then the rest from the family name on. */
export function byGivenName(a: { fullName: string }, b: { fullName: string }): number {
  return (
    collator.compare(givenName(a.fullName), givenName(b.fullName)) ||
    collator.compare(a.fullName, b.fullName)
  );
}
