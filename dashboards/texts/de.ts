import {
  headerMarkdown,
  TARGET_PERCENT,
  thresholdsOf,
  type SecondsRange,
  type Texts,
  type Thresholds,
} from "./texts";

export const german = (thresholds: Thresholds): Texts => ({
  panels: {
    callsInQueue: {
      title: "Anrufe in der Warteschlange",
      description:
        "Kontakte, die gerade warten, unabhängig vom gewählten Zeitraum: Connects Echtzeitmetriken *In queue* und *Scheduled* (Rückrufe, deren Verzögerung noch läuft) zusammen, über alle Warteschlangen.",
    },
    snapshotTime: {
      title: "Stand",
      description:
        "Zeitpunkt, zu dem Connect die Anrufe in der Warteschlange gezählt hat, in der Zeitzone Ihres Browsers.",
    },
    numberOfCalls: {
      title: "Anzahl der Anrufe",
      description:
        "Kontakte, die im Zeitraum begonnen haben. Jeder Kanal zählt und jeder Abschnitt: Mit einer Weiterleitung beginnt ein neuer Kontakt. Ausgehende Kontakte zählen hier mit, ebenso die Datensätze von Supervisoren, die mithören.",
    },
    numberOfAgents: {
      title: "Anzahl der Agenten",
      description:
        "Verschiedene Agenten, die im Zeitraum aktiv waren. Jedes Agentenereignis zählt, außer einem Heartbeat im Status Offline. Ab einigen Tausend Agenten eine Schätzung.",
    },
    serviceLevel: {
      title: "Servicelevel",
      description: `Anteil der Kontakte in einer Warteschlange, die ein Agent innerhalb der Schwelle angenommen hat: ${threshold(thresholds)}.${shortAbandonRule(thresholds)} Grün ab ${TARGET_PERCENT} %, darunter rot.`,
    },
    averageCallDuration: {
      title: "Durchschnittliche Gesprächsdauer",
      description:
        "Mittlere Zeit, die Agent und Kunde miteinander gesprochen haben, ohne Halten und Nachbearbeitung. Bearbeitete Kontakte, die nicht ausgehend sind. Ein Strich, wenn es keine gibt.",
    },
    averageAcw: {
      title: "Durchschnittliche Nachbearbeitung (ACW)",
      description:
        "Mittlere Nachbearbeitungszeit der bearbeiteten Kontakte, die nicht ausgehend sind. Ein bearbeiteter Kontakt ohne Nachbearbeitung zählt mit 0 Sekunden.",
    },
    averageWait: {
      title: "Durchschnittliche Wartezeit",
      description:
        "Mittlere Zeit in der Warteschlange der Kontakte, die ein Agent aus einer Warteschlange angenommen hat.",
    },
    abandonedShare: {
      title: "Abbruchquote",
      description: `Anteil der Kontakte in einer Warteschlange, die der Kunde dort beendet hat: Kein Agent hat sie angenommen, kein anderer Kontakt folgt, und kein Flow hat sie umgeleitet oder beendet.${shortAbandonRule(thresholds)}`,
    },
    ctrs: {
      title: "CTRs",
      description: "Kontakte (Contact Trace Records) nach dem Tag, an dem sie begonnen haben.",
    },
    callsPerDay: {
      title: "Anrufe pro Tag",
      description: "Dieselben Zahlen als Tabelle. Ein Tag ohne Kontakte hat keine Zeile.",
    },
    callsByHour: {
      title: "Anrufe nach Stunde",
      description: "Kontakte nach der Tagesstunde, in der sie begonnen haben, über alle Tage.",
    },
    busyHours: {
      title: "Stoßzeiten",
      description: "Kontakte nach Wochentag und Stunde.",
    },
    serviceLevelPerDay: {
      title: "Servicelevel pro Tag",
      description: `Servicelevel der Kontakte, die an dem Tag begonnen haben. Schwelle: ${threshold(thresholds)}.`,
    },
    abandonedPerDay: {
      title: "Abbruchquote pro Tag",
      description: "Abbruchquote der Kontakte, die an dem Tag begonnen haben.",
    },
    waitingPercentiles: {
      title: "Wartezeit, Perzentile",
      description:
        "Zeit der angenommenen Kontakte in der Warteschlange, nach Tag: Die Hälfte wartete höchstens so lange, wie das 50. Perzentil angibt, neunzehn von zwanzig höchstens so lange wie das 95. Geschätzt.",
    },
    handlingPercentiles: {
      title: "Bearbeitungszeit, Perzentile",
      description:
        "Gespräch, Halten und Nachbearbeitung zusammen, nach Tag. Bearbeitete Kontakte, die nicht ausgehend sind. Geschätzt.",
    },
    queues: {
      title: "Warteschlangen",
      description:
        "Kontakte, Anteile und mittlere Zeiten jeder Warteschlange; die Zeilen ergeben zusammen die Anzahl der Anrufe. Die Warteschlangen einzelner Agenten teilen sich die Zeile (agent queues). Ausgehende Kontakte zählen als Kontakte, nicht in der Bearbeitungszeit. Höchstens 500 Warteschlangen, die mit den meisten Kontakten.",
    },
    serviceLevelThresholds: {
      title: "Servicelevel nach Schwelle",
      description: `Anteil der eingereihten Kontakte jeder Warteschlange, die ein Agent innerhalb so vieler Sekunden Wartezeit angenommen hat, mit einer Spalte (SL) für jede Zahl von Sekunden; die erste Spalte zählt die Kontakte des Anteils.${shortAbandonRule(thresholds)} Höchstens 500 Warteschlangen, die mit den meisten Kontakten.`,
    },
    agents: {
      title: "Agenten",
      description:
        "Bearbeitete Kontakte, die nicht ausgehend sind, und mittlere Zeiten jedes Agenten. Höchstens 1.000 Agenten, die mit den meisten Kontakten.",
    },
    queuesNow: {
      title: "Warteschlangen jetzt",
      description:
        "Wie viele gerade warten, nach Warteschlange und Kanal, und wann Connect gezählt hat. Höchstens 500 Warteschlangen, die mit den meisten Wartenden.",
    },
    queueTrend: {
      title: "Verlauf der Warteschlange (letzte 24 Stunden)",
      description:
        "Die meisten gleichzeitig Wartenden über alle Warteschlangen in den letzten 24 Stunden, unabhängig vom gewählten Zeitraum.",
    },
    waitingByQueue: {
      title: "Wartende nach Warteschlange (letzte 24 Stunden)",
      description:
        "Die meisten gleichzeitig Wartenden jeder Warteschlange in den letzten 24 Stunden, unabhängig vom gewählten Zeitraum. Von vielen Warteschlangen die mit den meisten Wartenden. Im Dashboard über alle Contact Center teilen sich gleichnamige Warteschlangen einen Balken: die meisten, die in einer davon gewartet haben.",
    },
    agentStates: {
      title: "Agenten jetzt (letzte 5 Minuten)",
      description:
        "Aktivität jedes Agenten nach dem neuesten Ereignis der letzten fünf Minuten. Zuerst kommen die Agenten, die am ehesten Aufmerksamkeit brauchen: die mit dem niedrigsten Rang. Von mehreren Kontakten zugleich bestimmt der mit dem niedrigsten Rang Aktivität, Kanal, Warteschlange und *Seit*. Ohne Kontakt ist *Seit* der Beginn des Status, auch wenn es dazwischen Kontakte gab. Nach der Abmeldung sendet Connect noch bis zu einer Stunde Ereignisse. Höchstens 1.000 Agenten, die ersten nach Namen.",
    },
    timeInState: {
      title: "Zeit im Status",
      description:
        "Wie lange Agenten in jedem Status waren, aus den Status, die im Zeitraum geendet haben.",
    },
    agentsPerDay: {
      title: "Agenten pro Tag",
      description: "Verschiedene aktive Agenten nach Tag, gezählt wie in Anzahl der Agenten.",
    },
    transfers: {
      title: "Weiterleitungen",
      description:
        "Kontakte, an die Kunden innerhalb von Connect weitergeleitet wurden, durch einen Agenten oder von einer Warteschlange in eine andere. Mit einem Filter auf eine Warteschlange: die, die sie erhalten hat.",
    },
    transfersOut: {
      title: "Weiterleitungen nach außen",
      description: "Kontakte, die an eine Nummer außerhalb von Connect weitergeleitet wurden.",
    },
    callbacks: {
      title: "Rückrufe",
      description: "Rückrufe, um die Kunden gebeten haben, ob sie erreicht wurden oder nicht.",
    },
    callbackWait: {
      title: "Wartezeit auf Rückrufe",
      description:
        "Mittlere Zeit in der Warteschlange, von der Bitte an, der Rückrufe, die ein Agent angenommen hat. Die anfängliche Verzögerung eines Rückrufs zählt nicht.",
    },
    chatFirstResponse: {
      title: "Erste Antwort",
      description:
        "Chats: mittlere Zeit von der Annahme durch den Agenten bis zu dessen erster Antwort.",
    },
    chatMessages: {
      title: "Nachrichten je Chat",
      description: "Chats: mittlere Zahl der Nachrichten von Kunden, Agenten und Bots zusammen.",
    },
    waitingHours: {
      title: "Wartezeit nach Stunde",
      description:
        "Mittlere Zeit in der Warteschlange der angenommenen Kontakte nach Wochentag und Stunde ihres Beginns, in Sekunden: Wo es dunkel ist, fehlen Agenten.",
    },
    channels: {
      title: "Kanäle",
      description: "Kontakte, Quoten und mittlere Bearbeitungszeit jedes Kanals.",
    },
    initiationMethods: {
      title: "Anfänge",
      description:
        "Kontakte nach der Art ihres Beginns. Die Zeilen ergeben zusammen Anzahl der Anrufe.",
    },
    disconnectReasons: {
      title: "Enden",
      description:
        "Kontakte nach dem Grund ihres Endes. Die Zeilen ergeben zusammen Anzahl der Anrufe.",
    },
    soundQuality: {
      title: "Tonqualität pro Tag",
      description:
        "Mittlerer Wert der Tonqualität von Anrufen, beim Agenten und beim Kunden, von 1 (schlecht) bis 5 (gut), soweit Connect einen meldet.",
    },
    intervals: {
      title: "Intervalle",
      description: `Eingereihte Kontakte nach dem Intervall von 15 Minuten, in dem sie begonnen haben: alle, von einem Agenten angenommen, abgebrochen, innerhalb der Schwelle (${threshold(thresholds)}), und mittlere Bearbeitungszeit.${shortAbandonRule(thresholds)} Höchstens 366 Tage; über alle Contact Center teilen sich die Tage eines Zeitraums eine Zeile.`,
    },
    reconciliation: {
      title: "Abgleich",
      description:
        "Die Kennzahlen von Amazon Connect neben denselben Zahlen der Kontaktdatensätze, nach Tag, Warteschlange und Kanal. Beide zählen Kontakte an dem Tag, an dem sie *endeten*, deshalb weichen diese Zahlen von denen anderer Panels ab. Eine Differenz unter 0: Kontaktdatensätze fehlen. Anteile sind in Prozent, Zeiten in Sekunden; Zeitdifferenzen unter einer Sekunde entstehen durch Rundung. Die Tage vor heute, höchstens 31 Tage und 50 Warteschlangen.",
    },
    reconciliationHours: {
      title: "Abweichende Stunden",
      description:
        "Zu jeder Anzahl, die abweicht, die Stunden, in denen Kontakte fehlen (unter 0) oder doppelt gezählt sind. Leer, wenn alle Anzahlen übereinstimmen.",
    },
    occupancy: {
      title: "Auslastung",
      description:
        "*Occupancy* von Connect je Agent: Zeit mit Kontakten, geteilt durch diese Zeit und die Leerlaufzeit zusammen. Gleichzeitige Kontakte zählen einmal, eigene Status zählen nicht. Von den Zeiten in Verfügbar, die im Zeitraum geendet haben. Die 30 Agenten mit der höchsten Auslastung.",
    },
    timeByAgent: {
      title: "Zeit nach Agent",
      description:
        "Zeit jedes Agenten, die im Zeitraum geendet hat. *Mit Kontakt* ist der Teil von *Verfügbar* mit mindestens einem Kontakt, von der Verbindung, bis der Kontakt abgeschlossen ist; *Gehalten* und *ACW* sind Teile davon. Gleichzeitige Kontakte zählen einmal. *Unproduktiv* ist die Zeit in eigenen Status. Höchstens 1.000 Agenten.",
    },
    agentDays: {
      title: "Agenten nach Tag",
      description:
        "Erste Anmeldung und letzte Abmeldung jedes Agenten an jedem Tag, in der Zeitzone Ihres Browsers, und seine Zeit wie in Zeit nach Agent. Zeit gehört zu dem Tag, an dem sie geendet hat. Ohne Anmeldung oder Abmeldung an dem Tag steht -.",
    },
    contactCenters: {
      title: "Contact Center",
      description:
        "Die Contact Center nebeneinander. Ausgehende Kontakte zählen als Kontakte, nicht in der Bearbeitungszeit.",
    },
    wallQueue: {
      title: "Wartend",
      description:
        "Kontakte, die gerade warten, und die längste Wartezeit, verglichen mit ihren Grenzen.",
    },
    wallAgents: {
      title: "Agenten",
      description:
        "Agenten nach dem neuesten Ereignis der letzten fünf Minuten: verfügbar; es klingelt, mit Kontakt oder in der Nachbearbeitung; abwesend (eigener Status, oder ein verpasster, abgelehnter oder fehlgeschlagener Kontakt, der noch nicht abgeschlossen ist). Agenten, die offline sind, zählen nicht.",
    },
    wallToday: {
      title: "Heute",
      description: "Servicelevel und Abbruchquote des gewählten Zeitraums, des heutigen Tages.",
    },
  },
  labels: {
    abandoned: "Abgebrochen",
    abandonedShare: "Abbruchquote",
    activity: "Aktivität",
    acw: "ACW (s)",
    afterContactWork: "ACW (h)",
    agent: "Agent",
    agents: "Agenten",
    agentsAvailable: "Verfügbar",
    agentsAway: "Abwesend",
    agentsOnContact: "Mit Kontakt",
    answered: "Angenommen",
    asOf: "Stand",
    available: "Verfügbar (h)",
    callDuration: "Gespräch (s)",
    calls: "Kontakte",
    channel: "Kanal",
    contactCenter: "Contact Center",
    contactRecords: "Datensätze",
    contactsAtOnce: "Gleichzeitig",
    customer: "Kunde",
    day: "Tag",
    difference: "Differenz",
    disconnectReason: "Grund",
    firstLogin: "Anmeldung",
    firstResponse: "Erste Antwort (s)",
    handleTime: "Bearbeitung (s)",
    hour: "Stunde",
    idle: "Leerlauf (h)",
    initiationMethod: "Art",
    inQueue: "In Schlange",
    interval: "Intervall",
    lastLogout: "Abmeldung",
    lastSeen: "Letztes Ereignis",
    messages: "Nachrichten",
    metric: "Kennzahl",
    noName: "(ohne Namen)",
    nonProductive: "Unproduktiv (h)",
    noQueue: "(nicht eingereiht)",
    noValue: "(ohne)",
    occupancy: "Auslastung",
    offered: "Eingereiht",
    oldest: "Längste Wartezeit",
    onContact: "Mit Kontakt (h)",
    onHold: "Gehalten (h)",
    qualityScore: "Tonqualität",
    queue: "Warteschlange",
    rank: "Rang",
    scheduled: "Geplant",
    serviceLevel: "Servicelevel",
    since: "Seit",
    state: "Status",
    time: "Uhrzeit",
    timeInState: "Zeit (h)",
    wait: "Wartezeit (s)",
    waiting: "Wartend",
    waitingTime: "Wartezeit (s)",
    weekday: "Wochentag",
  },
  serviceLevelWithin: (seconds) => `SL ${seconds} s`,
  filters: {
    title: "Filter",
    description: "Nur bestimmte Warteschlangen, Kanäle oder Agenten anzeigen.",
  },
  header: {
    title: "Über dieses Dashboard",
    description: "Von welchen Contact Centern die Zahlen sind.",
  },
  definitions: { title: "Was die Zahlen bedeuten", description: "Eine Definition jeder Zahl." },
  allContactCenters: "Alle Contact Center",
  topics: {
    summary: {
      title: "Übersicht",
      description: "Kennzahlen von Amazon Connect, monatsweise.",
    },
    queues: {
      title: "Warteschlangen",
      description: "Warteschlangen von Amazon Connect: aktuelle Metriken, Servicelevel, Wartezeit.",
    },
    agents: {
      title: "Agenten",
      description: "Agenten von Amazon Connect: aktuelle Aktivitäten, Kontakte, Zeiten.",
    },
    contacts: {
      title: "Kontakte",
      description: "Kontakte von Amazon Connect: Stoßzeiten, Kanäle, Weiterleitungen, Rückrufe.",
    },
    wall: {
      title: "Wandanzeige",
      description: "Zahlen von Amazon Connect für einen Bildschirm im Raum.",
    },
  },
  headerText: (title, links, contactCenters) =>
    headerMarkdown(title, links, {
      contactCenters: contactCenters.map(
        (contactCenter) =>
          `**${contactCenter.title}**: Tage und Stunden in ${contactCenter.timeZone}; Servicelevel innerhalb von ${threshold(thresholdsOf([contactCenter]))}.${shortAbandonRule(thresholdsOf([contactCenter]))}`,
      ),
      below: "Was jede Zahl bedeutet, steht am Ende dieser Seite.",
    }),
  rules: {
    start:
      "Ein Kontakt gehört zu dem Zeitpunkt, an dem er begonnen hat (`InitiationTimestamp`), auch wenn er später geendet hat.",
    days: "Tage, Stunden und Wochentage sind die der Zeitzone des Contact Centers. Der gewählte Zeitraum gilt in der Zeitzone *Ihres* Browsers: Sind beide verschieden, können der erste und der letzte Tag unvollständig sein.",
    outgoing:
      "Ausgehende Kontakte, die Agenten, Flows oder Kampagnen begonnen haben, zählen in keinem Panel in Gesprächsdauer, Nachbearbeitung und Bearbeitungszeit. Ein Supervisor, der mithört (`MONITOR`), bearbeitet keinen Kontakt.",
    durations:
      "Zeiten sind in Sekunden (s) auf eine Zehntelsekunde, die Zeit im Status in Stunden (h), die längste Wartezeit in Stunden, Minuten und Sekunden (h:mm:ss).",
    arrival:
      "Ein Kontaktdatensatz trifft ein, wenn Kontakt und Nachbearbeitung zu Ende sind, und erneut, wenn er sich ändert: Die neueste Fassung zählt, einmal.",
    filters:
      "Ein Filter auf eine Warteschlange oder einen Kanal leert, was keines von beiden hat: die Summe von Anrufe in der Warteschlange und alles über Agenten.",
  },
  report: {
    month: "Monatsbericht",
    week: "Wochenbericht",
    changeFrom: (period) => `Veränderung gegenüber ${period}`,
    points: "Prozentpunkte",
    noChange: "kein Vergleich",
    noData: "Keine Daten",
    total: "Summe",
    evaluatedAt: (time, timeZone) =>
      `Ausgewertet am ${time} (${timeZone}). Später eingetroffene Datensätze sind nicht enthalten.`,
    dashboard: "Dashboard öffnen",
  },
});

function threshold({ byQueue, serviceLevel }: Thresholds): string {
  const range = secondsText(serviceLevel);
  return byQueue ? `${range}, bei abweichenden Warteschlangen nach deren Schwelle` : range;
}

function shortAbandonRule({ shortAbandon }: Thresholds): string {
  if (!shortAbandon) return "";
  return ` Kontakte, die innerhalb von ${secondsText(shortAbandon)} abgebrochen wurden, zählen nicht.`;
}

function secondsText({ byContactCenter, highest, lowest }: SecondsRange): string {
  const range = lowest === highest ? `${lowest} Sekunden` : `${lowest} bis ${highest} Sekunden`;
  return byContactCenter ? `${range} (je nach Contact Center)` : range;
}
