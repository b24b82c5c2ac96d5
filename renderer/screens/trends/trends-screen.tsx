export function TrendsScreen() {
  return null;
}
