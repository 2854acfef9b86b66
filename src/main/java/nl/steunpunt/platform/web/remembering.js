/* What this browser remembers under a word, also after a sign-out. Where there is no storage it remembers nothing, and nothing fails. */
const memory = {
  get: (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set: (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      /* Full, or none. */
    }
  },
};
