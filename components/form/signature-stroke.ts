export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where on the drawing surface a pointer is, whatever size the surface has on screen. */
export function pointOnSurface(
  pointer: { readonly clientX: number; readonly clientY: number },
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  surface: { readonly width: number; readonly height: number },
): Point {
  return {
    x: ((pointer.clientX - box.left) / box.width) * surface.width,
    y: ((pointer.clientY - box.top) / box.height) * surface.height,
  };
}
