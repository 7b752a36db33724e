import type { Fault } from "./fault.ts";

/** What the system says that it cannot do, and what helps. */
const refusals: Readonly<Record<string, [message: string, remedy: string]>> = {
  EACCES: ["may not be read or written by this user", "change its permissions, or work as its owner"],
  EPERM: ["may not be changed by this user", "change its permissions, or work as its owner"],
  EROFS: ["cannot be written: the disk is read-only", "work in a folder that can be written"],
  ENOSPC: ["cannot be written: the disk is full", "free some room on it"],
  EDQUOT: ["cannot be written: your share of the disk is full", "free some room on it"],
  EFBIG: ["is too large for this disk", "make it smaller"],
  ERR_FS_FILE_TOO_LARGE: ["is too large to be read", "make it smaller"],
  ERR_STRING_TOO_LONG: ["is too large to be read", "make it smaller"],
  ERR_ENCODING_INVALID_ENCODED_DATA: ["is not UTF-8", "save it in that encoding"],
  ENOENT: ["is not there, or has a name that is not UTF-8", "add it, or rename it"],
  ENOTDIR: ["is no folder", "put a folder in its place"],
  EISDIR: ["is a folder, no file", "put the file itself in its place"],
  ELOOP: ["is a link that leads back to itself", "put the file itself in its place"],
  ENAMETOOLONG: ["has too long a name", "rename it"],
  EIO: ["cannot be read: the disk fails", "look at the disk"],
  EMFILE: ["cannot be opened: too many files are open", "close other programs, or raise the limit with ulimit -n"],
  ENFILE: ["cannot be opened: too many files are open", "close other programs, or raise the limit with ulimit -n"]
};

/** An error of the system’s, such as a full disk, as a fault of the file that it is about; undefined for any other error. */
export function faultOfSystem(error: unknown, file?: string): Fault | undefined {
  const { code, path } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  const [message, remedy] = refusals[code ?? ""] ?? [];
  if (message === undefined || remedy === undefined) return undefined;
  return { file: file ?? path ?? "disk", line: 1, column: 1, message, remedy };
}
