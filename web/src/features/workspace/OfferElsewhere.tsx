export function OfferElsewhere() {
  return null;
}
