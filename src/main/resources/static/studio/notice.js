// What goes wrong is said in the words of the service.

const notice = document.getElementById('notice');
const status = document.getElementById('status');

notice.querySelector('button').addEventListener('click', () => notice.hidden = true);

export function complain(failure) {
  if (failure.name === 'AbortError') {
    return; // we hung up ourselves
  }
  notice.querySelector('p').textContent = failure.message;
  notice.hidden = false;
}

export const clear = () => notice.hidden = true;

export const say = (text) => status.textContent = text;

/** Runs what may fail, and complains if it does. */
export async function attempt(work) {
  try {
    clear();
    return await work();
  } catch (failure) {
    complain(failure);
    return undefined;
  }
}
