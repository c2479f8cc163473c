import {
  headerMarkdown,
  TARGET_PERCENT,
  thresholdsOf,
  type SecondsRange,
  type Texts,
  type Thresholds,
} from "./texts";

export const spanish = (thresholds: Thresholds): Texts => ({
  panels: {
    callsInQueue: {
      title: "Llamadas en cola",
      description:
        "Contactos que esperan en este momento, sea cual sea el intervalo elegido: las métricas en tiempo real *In queue* y *Scheduled* de Connect (devoluciones de llamada cuya demora aún no ha terminado), sumadas en todas las colas.",
    },
    snapshotTime: {
      title: "Actualizado",
      description:
        "Momento en que Connect contó las llamadas en cola, en la zona horaria de su navegador.",
    },
    numberOfCalls: {
      title: "Número de llamadas",
      description:
        "Contactos iniciados en el intervalo. Cuentan todos los canales y todos los tramos: una transferencia inicia otro contacto. Los contactos salientes cuentan aquí, igual que los registros de los supervisores que escuchan.",
    },
    numberOfAgents: {
      title: "Número de agentes",
      description:
        "Agentes distintos que estuvieron activos en el intervalo. Cuenta todo evento de agente, salvo un latido enviado en el estado Offline. Es una estimación por encima de algunos miles de agentes.",
    },
    serviceLevel: {
      title: "Nivel de servicio",
      description: `Porcentaje de los contactos que entraron en una cola y que un agente atendió dentro del umbral de espera: ${threshold(thresholds)}.${shortAbandonRule(thresholds)} Verde a partir del ${TARGET_PERCENT} %, rojo por debajo.`,
    },
    averageCallDuration: {
      title: "Duración media de las llamadas",
      description:
        "Tiempo medio de conversación entre agente y cliente, sin retención ni trabajo posterior al contacto. Contactos gestionados que no son salientes. Un guion si no hay ninguno.",
    },
    averageAcw: {
      title: "ACW medio",
      description:
        "Trabajo medio posterior al contacto (ACW) de los contactos gestionados que no son salientes. Un contacto gestionado sin trabajo posterior cuenta como 0 segundos.",
    },
    averageWait: {
      title: "Tiempo medio de espera",
      description: "Tiempo medio en cola de los contactos que un agente atendió desde una cola.",
    },
    abandonedShare: {
      title: "Tasa de abandono",
      description: `Porcentaje de los contactos que entraron en una cola y que el cliente terminó allí: ningún agente los atendió, no les sigue otro contacto y ningún flujo los desvió ni los terminó.${shortAbandonRule(thresholds)}`,
    },
    ctrs: {
      title: "CTR",
      description:
        "Contactos (registros de seguimiento de contactos) según el día en que se iniciaron.",
    },
    callsPerDay: {
      title: "Llamadas por día",
      description: "Los mismos números en una tabla. Un día sin contactos no tiene fila.",
    },
    callsByHour: {
      title: "Llamadas por hora",
      description: "Contactos según la hora del día en que se iniciaron, en todos los días.",
    },
    busyHours: {
      title: "Horas punta",
      description: "Contactos por día de la semana y hora.",
    },
    serviceLevelPerDay: {
      title: "Nivel de servicio por día",
      description: `Nivel de servicio de los contactos iniciados ese día. Umbral: ${threshold(thresholds)}.`,
    },
    abandonedPerDay: {
      title: "Tasa de abandono por día",
      description: "Tasa de abandono de los contactos iniciados ese día.",
    },
    waitingPercentiles: {
      title: "Tiempo de espera, percentiles",
      description:
        "Tiempo en cola de los contactos atendidos, por día: la mitad esperó como máximo lo que indica el percentil 50; diecinueve de cada veinte, lo que indica el 95. Estimado.",
    },
    handlingPercentiles: {
      title: "Tiempo de gestión, percentiles",
      description:
        "Conversación, retención y trabajo posterior al contacto, sumados, por día. Contactos gestionados que no son salientes. Estimado.",
    },
    queues: {
      title: "Colas",
      description:
        "Contactos, porcentajes y tiempos medios de cada cola; las filas suman el número de llamadas. Las colas de agentes individuales comparten la fila (agent queues). Los contactos salientes cuentan como contactos, pero no en el tiempo de gestión. Como máximo 500 colas, las que tienen más contactos.",
    },
    serviceLevelThresholds: {
      title: "Nivel de servicio por umbral",
      description: `Porcentaje de los contactos que entraron en cada cola y que un agente atendió en un plazo de tantos segundos de espera, con una columna (SL) por cada número de segundos; la primera columna cuenta los contactos del porcentaje.${shortAbandonRule(thresholds)} Como máximo 500 colas, las que tienen más contactos.`,
    },
    agents: {
      title: "Agentes",
      description:
        "Contactos gestionados que no son salientes y tiempos medios de cada agente. Como máximo 1.000 agentes, los que tienen más contactos.",
    },
    queuesNow: {
      title: "Colas ahora",
      description:
        "Cuántos contactos esperan en este momento, por cola y canal, y cuándo los contó Connect. Como máximo 500 colas, las que tienen más en espera.",
    },
    queueTrend: {
      title: "Evolución de la cola (últimas 24 horas)",
      description:
        "El máximo de contactos que esperaron a la vez, en todas las colas, durante las últimas 24 horas, sea cual sea el intervalo elegido.",
    },
    waitingByQueue: {
      title: "En espera por cola (últimas 24 horas)",
      description:
        "El máximo de contactos que esperaron a la vez en cada cola durante las últimas 24 horas, sea cual sea el intervalo elegido. Si hay muchas colas, las que tuvieron más. En el panel de todos los centros de contacto, las colas con el mismo nombre comparten una barra: el máximo de una de ellas.",
    },
    agentStates: {
      title: "Agentes ahora (últimos 5 minutos)",
      description:
        "Actividad de cada agente según el evento más reciente de los últimos cinco minutos. Primero aparecen los agentes que más atención necesitan: los de menor rango. De varios contactos a la vez, el de menor rango decide la actividad, el canal, la cola y *Desde*. Sin contacto, *Desde* es el inicio del estado, aunque haya habido contactos entretanto. Connect envía eventos hasta una hora después de cerrar la sesión. Como máximo 1.000 agentes, los primeros por nombre.",
    },
    timeInState: {
      title: "Tiempo por estado",
      description:
        "Cuánto tiempo estuvieron los agentes en cada estado, de los estados que terminaron en el intervalo.",
    },
    agentsPerDay: {
      title: "Agentes por día",
      description: "Agentes activos distintos por día, contados como en Número de agentes.",
    },
    transfers: {
      title: "Transferencias",
      description:
        "Contactos a los que se pasó a los clientes dentro de Connect, por un agente o de una cola a otra. Con un filtro de cola: los que recibió.",
    },
    transfersOut: {
      title: "Transferencias externas",
      description: "Contactos que se pasaron a un número externo a Connect.",
    },
    callbacks: {
      title: "Devoluciones de llamada",
      description: "Devoluciones de llamada que pidieron los clientes, se les localizara o no.",
    },
    callbackWait: {
      title: "Espera de devoluciones",
      description:
        "Tiempo medio en cola, desde la petición, de las devoluciones de llamada que atendió un agente. El retraso inicial no cuenta.",
    },
    chatFirstResponse: {
      title: "Primera respuesta",
      description: "Chats: tiempo medio desde que el agente acepta hasta su primera respuesta.",
    },
    chatMessages: {
      title: "Mensajes por chat",
      description: "Chats: número medio de mensajes de clientes, agentes y bots en conjunto.",
    },
    waitingHours: {
      title: "Espera por hora",
      description:
        "Tiempo medio en cola de los contactos atendidos, por día de la semana y hora en que empezaron, en segundos: donde es oscuro faltan agentes.",
    },
    channels: {
      title: "Canales",
      description: "Contactos, porcentajes y tiempo medio de gestión de cada canal.",
    },
    initiationMethods: {
      title: "Inicios",
      description: "Contactos según cómo empezaron. Las filas suman Número de llamadas.",
    },
    disconnectReasons: {
      title: "Finales",
      description: "Contactos según por qué terminaron. Las filas suman Número de llamadas.",
    },
    soundQuality: {
      title: "Calidad de sonido por día",
      description:
        "Puntuación media de la calidad de sonido de las llamadas, en el agente y en el cliente, de 1 (mala) a 5 (buena), cuando Connect la comunica.",
    },
    intervals: {
      title: "Intervalos",
      description: `Contactos en cola por el intervalo de 15 minutos en que empezaron: todos, atendidos por un agente, abandonados, dentro del umbral (${threshold(thresholds)}), y tiempo medio de gestión.${shortAbandonRule(thresholds)} Como máximo 366 días; en todos los centros de contacto, los días del periodo comparten una fila.`,
    },
    reconciliation: {
      title: "Conciliación",
      description:
        "Las métricas de Amazon Connect junto a los mismos números de los registros de contacto, por día, cola y canal. Ambos cuentan los contactos en el día en que *terminaron*, por eso estos números difieren de los de otros paneles. Una diferencia menor que 0: faltan registros de contacto. Las proporciones están en porcentaje y los tiempos en segundos; las diferencias de tiempo menores que un segundo vienen del redondeo. Los días anteriores a hoy, como máximo 31 días y 50 colas.",
    },
    reconciliationHours: {
      title: "Horas con diferencias",
      description:
        "De cada recuento que difiere, las horas en que faltan contactos (menor que 0) o se cuentan dos veces. Vacío si todos los recuentos coinciden.",
    },
    occupancy: {
      title: "Ocupación",
      description:
        "*Occupancy* de Connect de cada agente: tiempo con contactos, dividido entre ese tiempo más el de inactividad. Los contactos simultáneos cuentan una vez y los estados personalizados no cuentan. De los tiempos en Disponible que terminaron en el intervalo. Los 30 agentes con mayor ocupación.",
    },
    timeByAgent: {
      title: "Tiempo por agente",
      description:
        "Tiempo de cada agente que terminó en el intervalo. *Con contacto* es la parte de *Disponible* con al menos un contacto, desde la conexión hasta que se cierra el contacto; *Retención* y *ACW* son partes de ella. Los contactos simultáneos cuentan una vez. *No productivo* es el tiempo en estados personalizados. Como máximo 1.000 agentes.",
    },
    agentDays: {
      title: "Agentes por día",
      description:
        "Primer inicio de sesión y último cierre de cada agente y día, en la zona horaria de su navegador, y su tiempo como en Tiempo por agente. El tiempo pertenece al día en que terminó. Sin inicio o cierre ese día, la columna muestra -.",
    },
    contactCenters: {
      title: "Centros de contacto",
      description:
        "Los centros de contacto, uno junto a otro. Los contactos salientes cuentan como contactos, pero no en el tiempo de gestión.",
    },
    wallQueue: {
      title: "En espera",
      description:
        "Contactos que esperan en este momento y la espera más larga, frente a sus límites.",
    },
    wallAgents: {
      title: "Agentes",
      description:
        "Agentes por el evento más reciente de los últimos cinco minutos: disponibles; con llamada entrante, con un contacto o en trabajo posterior; ausentes (estado personalizado, o un contacto perdido, rechazado o fallido que no se ha cerrado). Los agentes sin conexión no cuentan.",
    },
    wallToday: {
      title: "Hoy",
      description: "Nivel de servicio y abandono del intervalo elegido, el día de hoy.",
    },
  },
  labels: {
    abandoned: "Abandonados",
    abandonedShare: "Abandono",
    activity: "Actividad",
    acw: "ACW (s)",
    afterContactWork: "ACW (h)",
    agent: "Agente",
    agents: "Agentes",
    agentsAvailable: "Disponibles",
    agentsAway: "Ausentes",
    agentsOnContact: "Con contacto",
    answered: "Atendidos",
    asOf: "Actualizado",
    available: "Disponible (h)",
    callDuration: "Conversación (s)",
    calls: "Contactos",
    channel: "Canal",
    contactCenter: "Centro de contacto",
    contactRecords: "Registros",
    contactsAtOnce: "A la vez",
    customer: "Cliente",
    day: "Día",
    difference: "Diferencia",
    disconnectReason: "Motivo",
    firstLogin: "Primer inicio",
    firstResponse: "1.ª respuesta (s)",
    handleTime: "Gestión (s)",
    hour: "Hora",
    idle: "Inactivo (h)",
    initiationMethod: "Método",
    inQueue: "En cola",
    interval: "Intervalo",
    lastLogout: "Último cierre",
    lastSeen: "Último evento",
    messages: "Mensajes",
    metric: "Métrica",
    noName: "(sin nombre)",
    nonProductive: "No productivo (h)",
    noQueue: "(sin cola)",
    noValue: "(sin valor)",
    occupancy: "Ocupación",
    offered: "Ofrecidos",
    oldest: "Espera máxima",
    onContact: "Con contacto (h)",
    onHold: "Retención (h)",
    qualityScore: "Puntuación",
    queue: "Cola",
    rank: "Rango",
    scheduled: "Programados",
    serviceLevel: "Nivel servicio",
    since: "Desde",
    state: "Estado",
    time: "Momento",
    timeInState: "Tiempo (h)",
    wait: "Espera (s)",
    waiting: "En espera",
    waitingTime: "Espera (s)",
    weekday: "Día de la semana",
  },
  serviceLevelWithin: (seconds) => `SL ${seconds} s`,
  filters: {
    title: "Filtros",
    description: "Mostrar solo algunas colas, canales o agentes.",
  },
  header: { title: "Acerca de", description: "De qué centros de contacto son estos números." },
  definitions: {
    title: "Qué significan los números",
    description: "Una definición de cada número.",
  },
  allContactCenters: "Todos los centros de contacto",
  topics: {
    summary: {
      title: "Resumen",
      description: "Cifras clave de Amazon Connect, por mes.",
    },
    queues: {
      title: "Colas",
      description: "Colas de Amazon Connect: métricas actuales, nivel de servicio, espera.",
    },
    agents: {
      title: "Agentes",
      description: "Agentes de Amazon Connect: actividades actuales, contactos, tiempos.",
    },
    contacts: {
      title: "Contactos",
      description:
        "Contactos de Amazon Connect: horas punta, canales, transferencias, devoluciones de llamada.",
    },
    wall: {
      title: "Panel de sala",
      description: "Cifras de Amazon Connect para una pantalla en la sala.",
    },
  },
  headerText: (title, links, contactCenters) =>
    headerMarkdown(title, links, {
      contactCenters: contactCenters.map(
        (contactCenter) =>
          `**${contactCenter.title}**: días y horas en ${contactCenter.timeZone}; nivel de servicio dentro de ${threshold(thresholdsOf([contactCenter]))}.${shortAbandonRule(thresholdsOf([contactCenter]))}`,
      ),
      below: "Al final de esta página se explica qué significa cada número.",
    }),
  rules: {
    start:
      "Un contacto pertenece al momento en que se inició (`InitiationTimestamp`), aunque terminara más tarde.",
    days: "Los días, las horas y los días de la semana son los de la zona horaria del centro de contacto. El intervalo elegido está en la zona horaria de *su* navegador: si son distintas, el primer y el último día pueden quedar incompletos.",
    outgoing:
      "Los contactos salientes, que iniciaron agentes, flujos o campañas, no cuentan en ningún panel en la duración de las llamadas, el trabajo posterior al contacto ni el tiempo de gestión. Un supervisor que escucha (`MONITOR`) no gestiona ningún contacto.",
    durations:
      "Las duraciones están en segundos (s), con una décima; el tiempo por estado, en horas (h); la espera máxima, en horas, minutos y segundos (h:mm:ss).",
    arrival:
      "Un registro de contacto llega cuando terminan el contacto y su trabajo posterior, y otra vez cuando cambia: cuenta la copia más reciente, una sola vez.",
    filters:
      "Un filtro por cola o canal deja vacío lo que no tiene ninguno de los dos: el total de Llamadas en cola y todo lo relativo a los agentes.",
  },
  report: {
    month: "Informe mensual",
    week: "Informe semanal",
    changeFrom: (period) => `Variación respecto a ${period}`,
    points: "puntos porcentuales",
    noChange: "sin comparación",
    noData: "Sin datos",
    total: "Total",
    evaluatedAt: (time, timeZone) =>
      `Evaluado el ${time} (${timeZone}). No incluye los registros que llegaron más tarde.`,
    dashboard: "Abrir el panel",
  },
});

function threshold({ byQueue, serviceLevel }: Thresholds): string {
  const range = secondsText(serviceLevel);
  return byQueue ? `${range}, con el umbral propio de las colas que tienen otro` : range;
}

function shortAbandonRule({ shortAbandon }: Thresholds): string {
  if (!shortAbandon) return "";
  return ` No cuentan los contactos abandonados en un plazo de ${secondsText(shortAbandon)}.`;
}

function secondsText({ byContactCenter, highest, lowest }: SecondsRange): string {
  const range = lowest === highest ? `${lowest} segundos` : `${lowest} a ${highest} segundos`;
  return byContactCenter ? `${range} (según el centro de contacto)` : range;
}
