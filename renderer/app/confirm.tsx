/** A question before something that cannot be undone. Everything else is undone instead of asked. */
import { create } from 'zustand';
import { useTranslation } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface Question {
  title: string;
  text?: string;
  /** What the button that goes ahead says. */
  action: string;
  answer: (yes: boolean) => void;
}

const useQuestion = create<{ question: Question | null }>(() => ({ question: null }));

/** Asks; resolves to whether the user goes ahead. */
export function confirm(question: Omit<Question, 'answer'>): Promise<boolean> {
  return new Promise((answer) => useQuestion.setState({ question: { ...question, answer } }));
}

export function ConfirmDialog() {
  const { t } = useTranslation();
  const question = useQuestion((state) => state.question);
  if (!question) return null;
  const end = (yes: boolean) => {
    useQuestion.setState({ question: null });
    question.answer(yes);
  };
  return (
    <Dialog
      title={question.title}
      width={440}
      closeLabel={t('close')}
      onClose={() => end(false)}
      footer={
        <>
          <Button onClick={() => end(false)}>{t('cancel')}</Button>
          <Button look="danger" onClick={() => end(true)}>
            {question.action}
          </Button>
        </>
      }
    >
      {question.text}
    </Dialog>
  );
}
