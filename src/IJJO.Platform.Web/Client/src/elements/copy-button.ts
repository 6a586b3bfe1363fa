// <copy-button for="id" label="Copy" done="Copied">: copies the text of another element and says so.
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small';
    button.textContent = this.getAttribute('label') ?? 'Copy';
    const said = document.createElement('span');
    said.className = 'visually-hidden';
    said.setAttribute('role', 'status');
    button.addEventListener('click', () => void this.copy(button, said));
    this.append(button, said);
  }

  private async copy(button: HTMLButtonElement, said: HTMLElement): Promise<void> {
    const source = document.getElementById(this.getAttribute('for') ?? '');
    if (!source) return;
    await navigator.clipboard.writeText(source instanceof HTMLInputElement ? source.value : source.innerText.trim());
    const done = this.getAttribute('done') ?? 'Copied';
    button.textContent = done;
    said.textContent = done;
    setTimeout(() => (button.textContent = this.getAttribute('label') ?? 'Copy'), 2000);
  }
}

customElements.define('copy-button', CopyButton);
