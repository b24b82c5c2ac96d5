export function ClipsScreen() {
  return null;
}
