// What was dropped: files, and folders with everything below them.

// Files that operating systems leave in folders; nobody wants to import them.
const systemFiles = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i;

/** @param {string} name */
export const isSystemFile = (name) => systemFiles.test(name);

/**
 * Walks through `taken` (file system entries or files) and passes on the files in batches
 * [{file, path}]; returns how many there were. Entries that cannot be read are left out.
 * @param {(FileSystemEntry | File)[]} taken
 * @param {(files: ChosenFile[]) => void} hand
 */
export async function readEntries(taken, hand, portion = 200) {
  /** @type {ChosenFile[]} */
  let waiting = [];
  let found = 0;
  const flush = () => {
    if (waiting.length) hand(waiting);
    waiting = [];
  };
  /**
   * @param {File} file
   * @param {string} path
   */
  const keep = (file, path) => {
    if (isSystemFile(file.name)) return;
    found += 1;
    waiting.push({ file, path });
    if (waiting.length >= portion) flush();
  };
  for (const entry of taken) await walk(entry, keep);
  flush();
  return found;
}

/**
 * @param {FileSystemEntry | File} entry
 * @param {(file: File, path: string) => void} keep
 */
async function walk(entry, keep) {
  if (entry instanceof File) return keep(entry, entry.name);
  const path = entry.fullPath?.replace(/^\//, '') ?? entry.name;
  try {
    if (entry.isFile) return keep(await fileOf(/** @type {FileSystemFileEntry} */ (entry)), path);
    for (const child of await childrenOf(/** @type {FileSystemDirectoryEntry} */ (entry))) {
      await walk(child, keep);
    }
  } catch { /* gone or forbidden meanwhile */ }
}

/**
 * @param {FileSystemFileEntry} entry
 * @returns {Promise<File>}
 */
const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

// A reader gives at most a hundred entries at a time, and none at the end.
/** @param {FileSystemDirectoryEntry} directory */
async function childrenOf(directory) {
  const reader = directory.createReader();
  const children = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}

/**
 * The files of an <input type=file>, with the paths that a chosen folder gives them.
 * @param {{ files: Iterable<File> | null }} input
 */
export const filesOfInput = (input) =>
  [...input.files ?? []]
    .filter((file) => !isSystemFile(file.name))
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }));
