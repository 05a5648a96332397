// A classic script in <head>, before anything is painted, so that no page flashes in the wrong colours.
// html[data-theme] is always light or dark; localStorage "meridian.theme" is light, dark or system.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const read = () => {
    try {
      return localStorage.getItem('meridian.theme') || 'system';
    } catch {
      return 'system';
    }
  };
  const apply = () => {
    const choice = read();
    const theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
    if (document.documentElement.dataset.theme === theme) return;
    document.documentElement.dataset.theme = theme;
    window.dispatchEvent(new CustomEvent('themechange', { detail: theme }));
  };
  apply();
  dark.addEventListener('change', apply);
  window.addEventListener('storage', (event) => {
    if (event.key === 'meridian.theme') apply();
  });
  window.meridianTheme = {
    read,
    choose(choice) {
      try {
        localStorage.setItem('meridian.theme', choice);
      } catch { /* private windows may refuse */ }
      apply();
    },
  };
})();
