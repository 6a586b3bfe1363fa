// The colours of the page for a canvas, which knows no custom properties: each is asked of a probe, so that light, dark and their switch are the style sheet's.
export interface Inks {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly sunken: string;
  readonly accent: string;
  /** Told apart without seeing colour by their lightness too. */
  readonly series: readonly string[];
  readonly font: string;
}

export function inks(place: HTMLElement): Inks {
  const probe = document.createElement('span');
  probe.hidden = true;
  place.append(probe);
  const ink = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    text: ink('ink'), soft: ink('ink-soft'), line: ink('line'), surface: ink('surface'), sunken: ink('chart-land'), accent: ink('chart-1'),
    series: [1, 2, 3, 4, 5, 6].map(index => ink(`chart-${index}`)), font: getComputedStyle(place).fontFamily,
  };
  probe.remove();
  return found;
}

/** Calls when the reader or the system changes between light and dark; the returned function ends that. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', changed);
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', changed);
  };
}
