import workerpool from 'workerpool';

workerpool.worker({ same: (x) => x });
