/**
 * The gallery's roll-call tiles and counts, cycling through the statuses on each tap. Invented people.
 */
import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { Counts } from '../Counts.tsx';
import { clock, cross, tick, undo } from '../icons.ts';
import { dashedCircle, leaving, pencil, personAdd } from '../moreIcons.ts';
import { Tag } from '../Tag.tsx';
import { Tile, TileGrid } from '../Tile.tsx';
import type { ToastMessage } from '../Toast.tsx';

const looks = {
  none: { tone: 'dashed', d: dashedCircle, word: '未点' },
  present: { tone: 'pine', d: tick, word: '到' },
  late: { tone: 'amber', d: clock, word: '迟到' },
  leftEarly: { tone: 'amber', d: leaving, word: '早退' },
  excused: { tone: 'blue', d: pencil, word: '请假' },
  absent: { tone: 'cinnabar', d: cross, word: '缺席' },
  disputed: { tone: 'violet', d: undo, word: '两种说法' },
} as const;

type Status = keyof typeof looks;
const next: Partial<Record<Status, Status>> = { none: 'present', present: 'late', late: 'absent', absent: 'none' };

const people: readonly { name: string; second?: string; status: Status }[] = [
  { name: '阿卜杜热合曼·买买提', status: 'present' },
  { name: '陈龑', status: 'present', second: '14:02' },
  { name: '古丽', status: 'late', second: '15 分钟' },
  { name: '李䶮', status: 'none' },
  { name: '欧阳娜娜', status: 'leftEarly' },
  { name: '王伟', status: 'excused', second: '1958 年生' },
  { name: '王伟', status: 'absent', second: '1962 年生 · 卡 0417' },
  { name: '张伟', status: 'disputed' },
  { name: 'Christopher Featherstonehaugh', status: 'none', second: 'visitor' },
];

/** Counts, tiles and tags. */
export function RollCall({ onMessage }: { onMessage: (message: ToastMessage) => void }) {
  const [marks, setMarks] = useState(people.map((person) => person.status));
  const mark = (place: number, status: Status) =>
    setMarks((before) => before.map((old, at) => (at === place ? status : old)));
  const statuses: readonly Status[] = ['present', 'late', 'excused', 'absent', 'none'];
  return (
    <section class="w-stack">
      <h2>点名 Roll call</h2>
      <Counts
        label="人数"
        items={statuses.map((status) => ({
          key: status,
          label: looks[status].word,
          value: marks.filter((mark) => mark === status).length,
          tone: looks[status].tone,
          d: looks[status].d,
        }))}
      >
        <Button d={tick}>其余全到</Button>
        <Button d={personAdd}>添加访客</Button>
      </Counts>
      <p id="gallery-details" class="w-muted">
        按住或按右方向键打开详情。Hold, or press the right arrow, for details.
      </p>
      <TileGrid label="学员">
        {people.map((person, place) => {
          const status = marks[place] ?? 'none';
          const look = looks[status];
          return (
            <Tile
              key={`${person.name}${person.second}`}
              tone={look.tone}
              d={look.d}
              status={look.word}
              name={person.name}
              second={person.second}
              describedBy="gallery-details"
              onPress={() => mark(place, next[status] ?? 'none')}
              onDetails={() =>
                onMessage({
                  words: `${person.name} 的详情`,
                  action: { label: '撤销', d: undo, onPress: () => mark(place, 'none') },
                })
              }
            />
          );
        })}
      </TileGrid>
      <div class="w-actions">
        {Object.entries(looks).map(([key, look]) => (
          <Tag key={key} tone={look.tone} d={look.d}>
            {look.word}
          </Tag>
        ))}
      </div>
    </section>
  );
}
