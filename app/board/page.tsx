import { BoardPage } from '@/components/outbox/board-page';

export default function Page() {
  return <BoardPage />;
}
