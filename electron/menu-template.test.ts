import { expect, it, vi } from 'vitest';
import { contextTemplate, menuModel, menuTemplate } from './menu-template.ts';

const none = () => {};

it('shows every role in the language of the page', () => {
  const model = [{ label: '编辑', items: [{ role: 'copy' }, { role: 'paste', label: '贴上' }, { separator: true }] }];
  expect(menuTemplate(model, 'zh', none)).toMatchObject([
    {
      label: '编辑',
      submenu: [{ role: 'copy', label: '复制' }, { role: 'paste', label: '贴上' }, { type: 'separator' }],
    },
  ]);
  expect(menuTemplate(model, 'en', none)).toMatchObject([{ submenu: [{ label: 'Copy' }, {}, {}] }]);
});

it.each(['reload', 'forceReload', 'toggleDevTools', 'constructor', 'recentDocuments'])(
  'never offers the role %s',
  (role) => {
    expect(menuTemplate([{ role }], 'zh', none)).toEqual([]);
  },
);

it("shows a command's key without taking it from the page", () => {
  const choose = vi.fn();
  const [item] = menuTemplate(
    [{ command: 'review.submit', label: '提交', accelerator: 'CmdOrCtrl+Enter', enabled: false }],
    'zh',
    choose,
  );
  expect(item).toMatchObject({
    label: '提交',
    accelerator: 'CmdOrCtrl+Enter',
    registerAccelerator: false,
    enabled: false,
  });
  (item!.click as () => void)();
  expect(choose).toHaveBeenCalledWith('review.submit');
});

it('checks a model before it uses it', () => {
  expect(menuModel.safeParse([{ label: 'a', items: [{ command: 'b' }] }]).success).toBe(true);
  expect(menuModel.safeParse([{ label: 1 }]).success).toBe(false);
  expect(menuModel.safeParse([{ items: [{ label: 'x'.repeat(300) }] }]).success).toBe(false);
  expect(menuModel.safeParse('menu').success).toBe(false);
});

it('offers on a right click what can be done there', () => {
  const editFlags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true };
  expect(contextTemplate({ isEditable: true, selectionText: '', editFlags }, 'zh')).toMatchObject([
    { label: '剪切', enabled: false },
    { label: '复制', enabled: true },
    { label: '粘贴', enabled: true },
    { type: 'separator' },
    { label: '全选', enabled: true },
  ]);
  expect(contextTemplate({ isEditable: false, selectionText: '您好', editFlags }, 'en')).toMatchObject([
    { label: 'Copy' },
  ]);
  expect(contextTemplate({ isEditable: false, selectionText: ' ', editFlags }, 'en')).toEqual([]);
});
