'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CameraProblem, cameraProblem } from './camera-problem';

export interface Camera {
  readonly videoRef: RefObject<HTMLVideoElement | null>;
  readonly state: 'starting' | 'live' | CameraProblem;
  /** A JPEG of what the camera sees now; null when it sees nothing yet. */
  snap(): Promise<Blob | null>;
}

/** The device's camera while mounted; its light goes out when unmounted. */
export function useCamera(): Camera {
  const videoRef = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<Camera['state']>('starting');

  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    openCamera().then(
      (opened) => {
        if (gone) return stop(opened);
        stream = opened;
        if (videoRef.current) videoRef.current.srcObject = opened;
        setState('live');
      },
      (error: unknown) => setState(cameraProblem(error instanceof DOMException ? error.name : null)),
    );
    return () => {
      gone = true;
      if (stream) stop(stream);
    };
  }, []);

  return { videoRef, state, snap: () => snapshot(videoRef.current) };
}

async function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
  });
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function snapshot(video: HTMLVideoElement | null): Promise<Blob | null> {
  if (!video || video.videoWidth === 0) return Promise.resolve(null);
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
}
