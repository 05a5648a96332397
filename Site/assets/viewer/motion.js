// Whether the user asked for less movement.

const wish = matchMedia('(prefers-reduced-motion: reduce)');

export const reducedMotion = () => wish.matches;
