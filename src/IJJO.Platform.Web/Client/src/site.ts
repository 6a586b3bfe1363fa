import './elements/form';
import './elements/theme-switch';
import './elements/copy-button';
import './elements/passkey-submit';
import './elements/state-link';
