/** The page's menu model as a native template: pure. */
import type { MenuItemConstructorOptions } from 'electron';
import { z } from 'zod';
import type { MenuItemModel } from '../core/contract/desktop.ts';
import type { Language } from '../core/contract/index.ts';
import { isAllowedRole, roleLabel } from './native-words.ts';

const word = z.string().max(200);
/** The model comes from the page: its size and shape are checked before it is used. */
export const menuModel: z.ZodType<MenuItemModel[]> = z
  .array(
    z.object({
      command: word.optional(),
      label: word.optional(),
      accelerator: z.string().max(60).optional(),
      enabled: z.boolean().optional(),
      role: word.optional(),
      separator: z.boolean().optional(),
      get items() {
        return menuModel.optional();
      },
    }),
  )
  .max(100);

export function menuTemplate(
  model: readonly MenuItemModel[],
  language: Language,
  choose: (command: string) => void,
): MenuItemConstructorOptions[] {
  return model.flatMap((item): MenuItemConstructorOptions[] => {
    if (item.separator) return [{ type: 'separator' }];
    if (item.items) return [{ label: item.label ?? '', submenu: menuTemplate(item.items, language, choose) }];
    const common = {
      enabled: item.enabled ?? true,
      ...(item.accelerator ? { accelerator: item.accelerator } : {}),
      // The page's dispatcher handles every key: a native accelerator would take it from the input method.
      registerAccelerator: false,
    };
    if (item.role) {
      if (!isAllowedRole(item.role)) return [];
      return [{ ...common, role: item.role, label: item.label ?? roleLabel(item.role, language) }];
    }
    const { command } = item;
    return command ? [{ ...common, label: item.label ?? command, click: () => choose(command) }] : [];
  });
}

/** What a right click offers. @returns empty when nothing applies */
export function contextTemplate(
  params: {
    isEditable: boolean;
    selectionText: string;
    editFlags: { canCut: boolean; canCopy: boolean; canPaste: boolean; canSelectAll: boolean };
  },
  language: Language,
): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = params;
  const item = (role: 'cut' | 'copy' | 'paste' | 'selectAll', enabled: boolean): MenuItemConstructorOptions => {
    return { role, label: roleLabel(role, language), enabled };
  };
  if (isEditable) {
    return [
      item('cut', editFlags.canCut),
      item('copy', editFlags.canCopy),
      item('paste', editFlags.canPaste),
      { type: 'separator' },
      item('selectAll', editFlags.canSelectAll),
    ];
  }
  return selectionText.trim() === '' ? [] : [item('copy', editFlags.canCopy)];
}
