import { TrackPage } from '@/components/track/track-page';

export default function Page() {
  return <TrackPage />;
}
