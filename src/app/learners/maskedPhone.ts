/** Phone numbers in lists: enough to recognise one's own, not enough to copy. The whole number stands on the person's page. */

const shownAtStart = 3;
const shownAtEnd = 4;

/** `138****8000`; of a short number only its last digits. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const end = digits.slice(-shownAtEnd);
  const start = digits.length > shownAtStart + shownAtEnd ? digits.slice(0, shownAtStart) : '';
  return `${start}****${end}`;
}
