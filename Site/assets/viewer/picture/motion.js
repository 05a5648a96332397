// Whether the user prefers reduced motion.

const preference = matchMedia('(prefers-reduced-motion: reduce)');

export const reducedMotion = () => preference.matches;
