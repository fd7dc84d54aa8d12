export default {
  title: 'De qué hemos hablado',
  about: 'Sobre: {condition}',
  results: 'Qué hacen',
  sideEffects: 'Efectos secundarios',
  hundred:
    'Cada número trata de 100 personas como las de los estudios. Nadie puede decir quién será una de ellas.',
  everyone: 'Cuenta a todas las personas tratadas, si no se dice otra cosa.',
  ring: 'significa: sin nadie con quien comparar.',
  rangeMeans: 'Junto a cada número se ve cuánto puede desviarse.',
  nothingCompares: 'Los números de una misma fila no se pueden comparar entre sí.',

  apartAll: 'Estos números no se pueden comparar entre sí.',
  apartSome: 'No todos estos números se pueden comparar entre sí.',

  mattered: 'Lo que le importa a usted',
  weight: '{weight} de 100',
  decided: 'Lo que hemos decidido',
  questions: 'Preguntas para hacer',
  whenToCall: 'Cuándo llamarnos',
  contact: 'A quién llamar',

  urgent: 'Lo que no puede esperar',
  urgentContact: 'En una crisis, llame a: {contact}',

  notes: 'De dónde vienen los números:',
  link: 'Para ver otra vez estos números',

  printed: '{date}. Datos: versión {version}.',
  printedNoVersion: '{date}. Los datos no dicen su versión.',
  notAdvice: 'Esta página le ayuda a pensarlo y a hablarlo. No le dice qué hacer.',
} as const
