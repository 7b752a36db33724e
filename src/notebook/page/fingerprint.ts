/**
 * Tells what a page was made with from what is published now, so that a page which was opened before a release takes nothing
 * of another edition for its own. FNV-1a: browsers offer the stronger hashes to pages behind https alone.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
