// <passkey-submit operation="Create|Request" name="Credential" options-url="…" email-name="Email" label="…" failed="…">
// inside a form: asks the server for options, the browser for a credential, and sends the form with the credential as JSON
// in a hidden field. Browsers without passkeys show nothing.
interface JsonCredentials {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

class PasskeySubmit extends HTMLElement {
  private readonly result = document.createElement('input');
  private readonly message = document.createElement('p');

  connectedCallback(): void {
    if (this.querySelector('button') || typeof PublicKeyCredential === 'undefined') return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = this.getAttribute('button-class') ?? 'primary';
    button.textContent = this.getAttribute('label') ?? '';
    button.addEventListener('click', () => void this.use(button));
    this.result.type = 'hidden';
    this.result.name = this.getAttribute('name') ?? 'Credential';
    this.message.className = 'error';
    this.message.setAttribute('role', 'alert');
    this.append(button, this.result, this.message);
  }

  private async use(button: HTMLButtonElement): Promise<void> {
    const form = this.closest('form');
    if (!form) return;
    button.setAttribute('aria-busy', 'true');
    this.message.textContent = '';
    try {
      const credential = await this.credential(await this.options(form));
      this.result.value = JSON.stringify(credential);
      form.submit();
    } catch (problem) {
      const cancelled = problem instanceof DOMException && (problem.name === 'NotAllowedError' || problem.name === 'AbortError');
      this.message.textContent = cancelled ? '' : this.getAttribute('failed') ?? String(problem);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  private async options(form: HTMLFormElement): Promise<unknown> {
    const typed = new FormData(form);
    const email = typed.get(this.getAttribute('email-name') ?? '');
    const body = new URLSearchParams();
    const token = typed.get('__RequestVerificationToken');
    if (typeof token === 'string') body.set('__RequestVerificationToken', token);
    if (typeof email === 'string') body.set('username', email);
    const answer = await fetch(this.getAttribute('options-url') ?? '', { method: 'POST', body, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  }

  private async credential(options: unknown): Promise<Credential | null> {
    const json = PublicKeyCredential as unknown as JsonCredentials;
    return this.getAttribute('operation') === 'Create'
      ? navigator.credentials.create({ publicKey: json.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: json.parseRequestOptionsFromJSON(options) });
  }
}

customElements.define('passkey-submit', PasskeySubmit);
