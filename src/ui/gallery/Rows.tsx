/**
 * The gallery's lists and tables. Sample words and invented numbers.
 */
import { Button } from '../Button.tsx';
import { DataTable } from '../DataTable.tsx';
import { tick } from '../icons.ts';
import { List, Row } from '../List.tsx';
import { qr, sync, usb } from '../moreIcons.ts';
import { Tag } from '../Tag.tsx';

const months = [
  { name: '智能手机使用与防骗', sessions: 12, people: 32, rate: '92 %', hours: '1,152.0' },
  { name: '民族舞基础', sessions: 8, people: 41, rate: '88 %', hours: '577.5' },
  { name: '合唱', sessions: 4, people: 19, rate: '100 %', hours: '76.0' },
];

/** Lists and a table. */
export function Rows() {
  return (
    <>
      <section class="w-stack">
        <h2>列表 Lists</h2>
        <List label="今日课程">
          <Row
            lead="09:00"
            title="智能手机使用与防骗 · 第6课"
            second="张老师 · 32 人"
            href="#class"
            end={<Button>点名</Button>}
          />
          <Row
            lead="14:00"
            title="民族舞基础 · 第3课"
            second="李老师"
            href="#class"
            current
            value={
              <Tag tone="pine" d={tick}>
                38/41
              </Tag>
            }
          />
          <Row lead="19:00" title="垃圾分类讲座（不记名）" />
        </List>
        <List label="三条路">
          <Row d={sync} title="联网上报" second="现在连得上门户" onPress={() => undefined} />
          <Row d={usb} title="存到U盘" second="Saves one signed file" onPress={() => undefined} />
          <Row d={qr} title="出示二维码" value="37" onPress={() => undefined} />
        </List>
      </section>
      <section class="w-stack">
        <h2>表格 Table</h2>
        <DataTable
          caption="十一月出勤"
          columns={[
            { key: 'name', label: '班级', cell: (row) => row.name },
            { key: 'sessions', label: '课次', number: true, cell: (row) => row.sessions },
            { key: 'people', label: '人数', number: true, cell: (row) => row.people },
            { key: 'rate', label: '出勤率', number: true, cell: (row) => row.rate },
            { key: 'hours', label: '学时 Hours', number: true, cell: (row) => row.hours },
          ]}
          rows={months}
          rowKey={(row) => row.name}
          totals={{ name: '合计', sessions: 24, people: 92, rate: '91 %', hours: '1,805.5' }}
        />
      </section>
    </>
  );
}
