/**
 * The gallery's buttons, fields and icons. Sample words only.
 */
import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { Choice } from '../Choice.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import * as firstIcons from '../icons.ts';
import * as moreIcons from '../moreIcons.ts';
import { NumberField } from '../NumberField.tsx';
import { Select } from '../Select.tsx';
import { Sheet } from '../Sheet.tsx';
import { Switch } from '../Switch.tsx';
import { TextField } from '../TextField.tsx';

const icons = { ...firstIcons, ...moreIcons };

/** Buttons, fields, a sheet and all icons. */
export function Controls() {
  const [name, setName] = useState('');
  const [minutes, setMinutes] = useState<number | undefined>(15);
  const [group, setGroup] = useState('morning');
  const [status, setStatus] = useState('late');
  const [sheet, setSheet] = useState<'centre' | 'side'>();
  return (
    <>
      <section class="w-stack">
        <h2>按钮 Buttons</h2>
        <div class="w-actions">
          <Button tone="primary" size="main" d={icons.tick}>
            完成点名
          </Button>
          <Button d={icons.personAdd}>添加访客</Button>
          <Button pressed>已按下 Pressed</Button>
          <Button tone="plain" d={icons.undo}>
            撤销
          </Button>
          <Button tone="danger">作废证书…</Button>
          <Button disabled>暂不可用 Not now</Button>
          <Button href="#gallery" d={icons.print}>
            链接 A link
          </Button>
          <IconButton d={icons.search} label="查找" />
          <IconButton d={icons.filter} label="筛选" outlined pressed />
          <IconButton d={icons.back} label="返回" outlined disabled />
        </div>
        <div class="w-actions">
          <Button onPress={() => setSheet('centre')}>打开面板 Sheet</Button>
          <Button onPress={() => setSheet('side')}>侧面板 Side sheet</Button>
        </div>
        <Sheet
          open={sheet !== undefined}
          place={sheet}
          title="阿卜杜热合曼·买买提 · 迟到"
          closeLabel="关闭"
          onClose={() => setSheet(undefined)}
          actions={
            <>
              <Button onPress={() => setSheet(undefined)}>取消</Button>
              <Button tone="primary" onPress={() => setSheet(undefined)}>
                保存
              </Button>
            </>
          }
        >
          <NumberField
            label="迟到多久"
            unit="分钟"
            value={minutes}
            onChange={setMinutes}
            lessLabel="减少"
            moreLabel="增加"
          />
          <TextField label="备注" value={name} onInput={setName} lines={3} />
        </Sheet>
      </section>
      <section class="w-stack gallery-fields">
        <h2>填写 Fields</h2>
        <TextField
          label="姓名"
          hint="只填姓名也可以，其余以后再补。"
          value={name}
          onInput={setName}
          placeholder="例如：王伟"
        />
        <TextField
          label="登记码 Enrolment code"
          value="7K2M-9Q"
          error="这个登记码少了 3 个字符。请对照纸条再输一次。"
          onInput={() => undefined}
        />
        <TextField label="日期" type="date" value="2026-11-23" onInput={() => undefined} />
        <TextField label="不可改" value="驿站编号 BJ-HR-017" disabled onInput={() => undefined} />
        <NumberField
          label="人数 Headcount"
          unit="人"
          min={0}
          max={500}
          value={minutes}
          error={minutes === undefined ? '请填一个整数。' : undefined}
          onChange={setMinutes}
          lessLabel="减少"
          moreLabel="增加"
        />
        <Select
          label="班级"
          value={group}
          options={[
            { value: 'morning', label: '智能手机使用与防骗' },
            { value: 'dance', label: '民族舞基础' },
          ]}
          onChange={setGroup}
        />
        <Choice
          label="考勤 Status"
          value={status}
          options={[
            { value: 'present', label: '到', d: icons.tick, tone: 'pine' },
            { value: 'late', label: '迟到', d: icons.clock, tone: 'amber' },
            { value: 'leftEarly', label: '早退', d: icons.leaving, tone: 'amber' },
            { value: 'excused', label: '请假', d: icons.pencil, tone: 'blue' },
            { value: 'absent', label: '缺席', d: icons.cross, tone: 'cinnabar' },
          ]}
          onChange={setStatus}
        />
        <Choice
          label="选一项"
          value={undefined}
          error="还没有选。"
          options={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '否' },
          ]}
          onChange={() => undefined}
        />
        <Switch label="不可改的开关" checked disabled onChange={() => undefined} />
      </section>
      <section class="w-stack">
        <h2>图标 Icons</h2>
        <ul class="gallery-icons">
          {Object.entries(icons).map(([key, d]) => (
            <li key={key}>
              <Icon d={d} />
              <code>{key}</code>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
