/** The words of the list in the reader's language, as the page brought them. */
export class Texts {
  readonly language = document.documentElement.lang || 'en';
  private readonly numbers = new Intl.NumberFormat(this.language, { maximumFractionDigits: 2 });

  constructor(private readonly words: Readonly<Record<string, string>>) {}

  static of(host: HTMLElement): Texts {
    return new Texts(JSON.parse(host.querySelector('script[type="application/json"]')?.textContent ?? '{}') as Record<string, string>);
  }

  get(key: string, ...values: (string | number)[]): string {
    const filled = values.map(value => (typeof value === 'number' ? this.number(value) : value));
    return (this.words[key] ?? key).replace(/\{(\d)\}/g, (_, index: string) => filled[Number(index)] ?? '');
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  rows(count: number): string {
    return count === 1 ? this.get('count-one') : this.get('count', count);
  }
}
