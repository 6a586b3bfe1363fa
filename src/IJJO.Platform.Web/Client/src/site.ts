import './elements/form';
import './elements/theme-switch';
import './elements/copy-button';
import './elements/live-part';
import './elements/passkey-submit';
import './elements/state-link';
