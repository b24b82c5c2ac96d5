import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useT } from '../use-t.ts';

export function CopyButton({ text }: { text: string }) {
  const t = useT();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t('models.copied'));
  };
  return (
    <Button small look="ghost" icon="copy" iconOnly onClick={() => void copy()}>
      {t('models.copy')}
    </Button>
  );
}
