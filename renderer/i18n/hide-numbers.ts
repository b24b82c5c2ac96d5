/**
 * File names as people see them: recorders write the customer's number into them. Mobile numbers keep three digits
 * and four, land lines their area code and four. Dates with times (14 digits) and 工号 stay.
 */
export function hideNumbers(name: string): string {
  return name
    .replace(/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2')
    .replace(/(?<!\d)(010|02\d|0[3-9]\d{2})(-?)\d{3,4}(\d{4})(?!\d)/g, '$1$2****$3');
}
