import { Manager } from 'multiprocessing';

if (import.meta.main) {
  using manager = new Manager();
  const menu = manager.dict({ monday: ['soup'] });

  menu.get('monday')?.push('bread');
  console.log('added to a copy:', menu.get('monday')?.join(', '));

  const dishes = menu.get('monday') ?? [];
  dishes.push('bread');
  menu.set('monday', dishes);
  console.log('and put back:', menu.get('monday')?.join(', '));

  const week = manager.dict({ tuesday: manager.list(['pasta']) });
  week.get('tuesday')?.append('salad');
  console.log('a proxy inside:', [...(week.get('tuesday') ?? [])].join(', '));
}
