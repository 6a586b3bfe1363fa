// Loaded in the head, before the first paint, so that a chosen theme never flashes. Without a choice the system decides.
const chosen = localStorage.getItem('theme');
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
