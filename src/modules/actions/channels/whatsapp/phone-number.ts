/** Area codes that are in use in Brazil. */
const areaCode = /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])/;

/**
 * The digits of a number in E.164, country code first, as WhatsApp wants it; null for what is none. Numbers without
 * a plus are taken for Brazilian where they can be: area code and number, with or without 55, a zero or a carrier in front.
 */
export function whatsAppNumber(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 40 || !/^\+?[\d ().\-/]+$/.test(trimmed)) return null;
  const digits = trimmed.replaceAll(/\D/g, '');
  const abroad = trimmed.startsWith('+') ? digits : /^00[1-9]/.test(digits) ? digits.slice(2) : null;
  if (abroad !== null) return abroad.startsWith('55') ? brazilian(abroad.slice(2)) : international(abroad);
  if (digits.startsWith('0')) return brazilian(digits.slice(1)) ?? brazilian(digits.slice(3));
  return (
    brazilian(digits) ??
    (digits.startsWith('55') ? brazilian(digits.slice(2)) : digits.length >= 12 ? international(digits) : null)
  );
}

const international = (digits: string): string | null => (/^[1-9]\d{7,14}$/.test(digits) ? digits : null);

/** Nine digits from 9 for mobiles, eight from 2 to 5 for the rest; mobiles written before 2016 lack their first 9. */
function brazilian(national: string): string | null {
  if (!areaCode.test(national)) return null;
  const [area, number] = [national.slice(0, 2), national.slice(2)];
  if (/^9\d{8}$/.test(number) || /^[2-5]\d{7}$/.test(number)) return `55${area}${number}`;
  return /^[6-9]\d{7}$/.test(number) ? `55${area}9${number}` : null;
}
