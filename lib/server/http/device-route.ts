import type { DeviceActor } from '../auth/actor';
import { readDevice } from '../auth/read-device';
import { type ServerContext, serverContext } from '../server-context';
import type { Handler, RouteCall } from './define-route';
import { fail } from './fail';

export interface DeviceCall extends RouteCall {
  readonly context: ServerContext;
  readonly device: DeviceActor;
}

export function forDevice(handle: (call: DeviceCall) => Promise<Response>): Handler {
  return async (call) => {
    const context = await serverContext();
    const device = await readDevice(context, call.request);
    if (!device) return fail({ type: 'unauthenticated' }, call.traceId);
    if (device.revoked) return fail({ type: 'device-revoked' }, call.traceId);
    return handle({ ...call, context, device });
  };
}
