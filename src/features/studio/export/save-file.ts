/** What no file system, or only some of them, takes in a name. */
const NOT_IN_NAMES = /[\p{Cc}<>:"/\\|?*]+/gu;
const MOST_CHARS = 60;

/** A name for a file of this story, with Vietnamese letters as they are; `otherwise` without a title. */
export function fileName(title: string, otherwise: string, suffix: string): string {
  const kept = title
    .normalize('NFC')
    .replace(NOT_IN_NAMES, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_CHARS)
    // Windows drops dots and spaces at the end.
    .replace(/[. ]+$/, '');
  return `${kept === '' ? otherwise : kept}${suffix}`;
}

/** Long enough for the slowest browser to have read the file. */
const KEPT_MS = 60_000;

/** Hands a file to the browser to save. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
