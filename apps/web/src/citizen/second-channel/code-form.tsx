import { Button } from '../../design/buttons.js';
import { TextField } from '../../design/fields/text-field.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type ChannelFault } from './channel-fault.js';
import { secondChannelWordsIn } from './second-channel-words.js';

interface CodeFormProps {
  readonly address: string;
  readonly fault: ChannelFault | undefined;
}

/** Sends the code back that went to an address. */
export function CodeForm({ address, fault }: CodeFormProps) {
  const own = secondChannelWordsIn(useVisit().language);
  return (
    <PostForm action={`${PATHS.secondChannel}/kode`}>
      <p>{own.codeSent(address)}</p>
      <TextField
        id="code"
        name="code"
        label={own.code}
        hint={own.codeHint}
        error={fault === 'codeWrong' ? own.codeWrong : undefined}
        value=""
        digits
      />
      <div class="button-row">
        <Button>{own.confirm}</Button>
      </div>
    </PostForm>
  );
}
