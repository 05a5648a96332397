// Who is signed in, read from the page. The server checks each request itself; this only decides what
// to show.

const meta = document.querySelector('meta[name=meridian-user]');
const role = meta?.dataset.role || null;

export const session = {
  user: meta?.content || null,
  role,
  isEditor: role === 'editor' || role === 'administrator',
  isAdministrator: role === 'administrator',
  csrf: document.querySelector('meta[name=csrf-token]')?.content ?? '',
};
