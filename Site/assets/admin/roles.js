// The roles, least powerful first.

export const roles = Object.freeze([
  { value: 'viewer', name: 'Viewer', description: 'views and downloads photos' },
  {
    value: 'editor',
    name: 'Editor',
    description: 'also uploads, marks, rates and corrects photos',
  },
  {
    value: 'administrator',
    name: 'Administrator',
    description: 'also manages users, folders, settings and backups',
  },
]);

/**
 * The display name of a role.
 * @param {string} value
 */
export const roleName = (value) => roles.find((role) => role.value === value)?.name ?? value;

/** The roles as options of a select. */
export const roleOptions = roles.map(({ value, name, description }) => ({
  value,
  label: `${name} – ${description}`,
}));
