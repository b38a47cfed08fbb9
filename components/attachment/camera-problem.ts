export type CameraProblem = 'no-camera' | 'not-allowed' | 'busy' | 'not-possible';

/** Why no picture comes, from the name of the browser's DOMException (or null where there is no camera API at all). */
export function cameraProblem(errorName: string | null): CameraProblem {
  switch (errorName) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-camera';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'not-allowed';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'not-possible';
  }
}
