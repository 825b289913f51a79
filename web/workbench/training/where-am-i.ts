export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** Nothing, where the phone cannot or will not say. */
export function whereAmI(): Promise<Position | undefined> {
  const { promise, resolve } = Promise.withResolvers<Position | undefined>()
  navigator.geolocation.getCurrentPosition(({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }), () => resolve(undefined), { timeout: 8000, enableHighAccuracy: true })
  return promise
}
