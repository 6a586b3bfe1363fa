type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and content, without a line of markup in a string. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...content: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, '');
    else if (value !== false && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...content);
  return made;
}

export function button(label: string, attributes: Attributes, act: (event: MouseEvent) => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}

let ids = 0;

/** A label with its control. */
export function field(label: string, control: HTMLElement): HTMLDivElement {
  control.id ||= `list-${++ids}`;
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control);
}

/** Waits for a pause in a stream of events. */
export function whenCalm(act: () => void, milliseconds = 250): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, milliseconds);
  };
}
