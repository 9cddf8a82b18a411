/**
 * Every control of src/ui in its states, for the eye and for the accessibility tests. Mounted at /gallery.
 * Its words are plain samples in Chinese and English and do not go through i18n: no reader of the app meets them.
 */
import { useState } from 'preact/hooks';
import { Choice } from '../Choice.tsx';
import { Frame } from '../Frame.tsx';
import { library, more, today } from '../icons.ts';
import { certificate, classes } from '../moreIcons.ts';
import { StateLine } from '../StateLine.tsx';
import { Switch } from '../Switch.tsx';
import { Toast, type ToastMessage } from '../Toast.tsx';
import { Controls } from './Controls.tsx';
import './gallery.css';
import { Messages } from './Messages.tsx';
import { RollCall } from './RollCall.tsx';
import { Rows } from './Rows.tsx';

const tabs = [
  { key: 'today', href: '#today', label: '今日', d: today },
  { key: 'classes', href: '#classes', label: '班级', d: classes, count: 2 },
  { key: 'library', href: '#library', label: 'Library', d: library },
  { key: 'certificates', href: '#certificates', label: 'Certificates', d: certificate },
  { key: 'more', href: '#more', label: '更多', d: more },
];

const states = {
  arrived: ['门户已全部收到', '14:02'],
  here: ['已全部保存在本机', '37 条待上报', '上次联系 3 天前'],
  alert: ['有 1 条记录需要您处理', 'One record needs you'],
} as const;

type Theme = 'system' | 'light' | 'dark';

/** The gallery page. */
export function Gallery() {
  const [theme, setTheme] = useState<Theme>('system');
  const [elder, setElder] = useState(false);
  const [state, setState] = useState<keyof typeof states>('here');
  const [message, setMessage] = useState<ToastMessage>();
  const root = document.documentElement;

  const chooseTheme = (next: Theme) => {
    setTheme(next);
    if (next === 'system') delete root.dataset.theme;
    else root.dataset.theme = next;
  };

  return (
    <Frame
      title="怀柔区 · 长哨营学习驿站"
      after={<span>李编辑</span>}
      tabs={tabs}
      current="today"
      tabsLabel="主要页面"
      skipLabel="跳到内容"
      state={<StateLine state={state} href="#queue" parts={states[state]} />}
      float={<Toast message={message} dismissLabel="关闭" onDismiss={() => setMessage(undefined)} />}
    >
      <div class="gallery">
        <section class="w-stack">
          <h2>外观 Look</h2>
          <Choice
            label="明暗"
            value={theme}
            options={[
              { value: 'system', label: '跟随系统' },
              { value: 'light', label: '明亮' },
              { value: 'dark', label: '深色' },
            ]}
            onChange={chooseTheme}
          />
          <Choice
            label="状态行 State line"
            value={state}
            options={[
              { value: 'arrived', label: '已收到' },
              { value: 'here', label: '待上报' },
              { value: 'alert', label: '要处理' },
            ]}
            onChange={setState}
          />
          <Switch
            label="长辈版（大字）"
            hint="字号和按钮都变大。Larger words and buttons."
            stateWord={elder ? '开' : '关'}
            checked={elder}
            onChange={(on) => {
              setElder(on);
              root.toggleAttribute('data-elder', on);
            }}
          />
        </section>
        <Controls />
        <RollCall onMessage={setMessage} />
        <Rows />
        <Messages />
      </div>
    </Frame>
  );
}
