/**
 * The gallery's notices, progress and empty state. Sample words only.
 */
import { Button } from '../Button.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { classes } from '../moreIcons.ts';
import { Notice } from '../Notice.tsx';
import { Progress } from '../Progress.tsx';

/** Notices, progress and an empty place. */
export function Messages() {
  return (
    <>
      <section class="w-stack">
        <h2>提示 Notices</h2>
        <Notice tone="good" title="U盘上的文件已经读完，116 条记录都收到了。" />
        <Notice tone="info" title="没有网络。" safe="点名照常进行，全部保存在本机。" todo="联网后会自动上报。" />
        <Notice
          tone="warn"
          title="王伟的记录有两种说法。"
          safe="两份都留着，没有丢。"
          todo="请看一看哪个是对的。"
          actions={<Button>查看</Button>}
        />
        <Notice
          tone="error"
          title="本机存储已满，刚才的点名没有保存。"
          safe="之前的记录都在。"
          todo="请删除一些课程资料，然后再点一次。"
          actions={<Button>管理资料</Button>}
        />
      </section>
      <section class="w-stack">
        <h2>进度 Progress</h2>
        <Progress
          label="正在下载《智能手机使用与防骗》"
          words="12/30 MB · 大约还要 2 分钟"
          value={12}
          max={30}
          actions={<Button>停止</Button>}
        />
        <Progress label="正在核对名册" words="已核对 118 行" />
      </section>
      <section class="w-stack">
        <h2>空 Empty</h2>
        <EmptyState
          d={classes}
          title="还没有班级"
          actions={
            <Button tone="primary" size="main">
              建第一个班级
            </Button>
          }
        >
          建好班级和名册，今天的课就会出现在“今日”里。
        </EmptyState>
      </section>
    </>
  );
}
