/**
 * Style sheets in the order in which they may override each other:
 * the variables of our theme, Mantine's base, its parts (a part after what it's made of), then ours.
 */
import 'virtual:theme.css';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/VisuallyHidden.css';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/SegmentedControl.css';
import '@mantine/core/styles/Skeleton.css';
import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
