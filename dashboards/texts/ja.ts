import {
  headerMarkdown,
  TARGET_PERCENT,
  thresholdsOf,
  type SecondsRange,
  type Texts,
  type Thresholds,
} from "./texts";

export const japanese = (thresholds: Thresholds): Texts => ({
  panels: {
    callsInQueue: {
      title: "現在の待ち呼",
      description:
        "選択した期間に関係なく、いま待っている問い合わせの数です。Connect のリアルタイムメトリクスの *In queue* と *Scheduled* (遅延時間を待っているコールバック) を全キューで合計します。",
    },
    snapshotTime: {
      title: "時点",
      description:
        "現在の待ち呼を Connect が集計した時刻です。ブラウザーのタイムゾーンで表示します。",
    },
    numberOfCalls: {
      title: "コール数",
      description:
        "期間内に始まった問い合わせの数です。すべてのチャネル、すべての区間を数えます。転送すると新しい問い合わせが始まります。発信とスーパーバイザーのモニタリングの記録も数えます。",
    },
    numberOfAgents: {
      title: "エージェント数",
      description:
        "期間内に活動した、重複のないエージェントの数です。オフライン中のハートビートを除くすべてのエージェントイベントを活動とみなします。数千人を超えると推定値です。",
    },
    serviceLevel: {
      title: "サービスレベル",
      description: `キューに入った問い合わせのうち、待ち時間のしきい値 (${threshold(thresholds)}) 以内にエージェントが応答した割合です。${shortAbandonRule(thresholds)}${TARGET_PERCENT}% 以上は緑、未満は赤です。`,
    },
    averageCallDuration: {
      title: "平均通話時間",
      description:
        "エージェントと顧客が話した時間の平均で、保留とアフターコンタクトワークは含みません。エージェントが対応した問い合わせのうち、発信を除きます。該当がない場合はハイフンを表示します。",
    },
    averageAcw: {
      title: "平均 ACW",
      description:
        "エージェントが対応した問い合わせ (発信を除く) のアフターコンタクトワーク (ACW) の平均です。ACW のない問い合わせは 0 秒として計算します。",
    },
    averageWait: {
      title: "平均待ち時間",
      description: "エージェントがキューから応答した問い合わせの、キューでの平均待ち時間です。",
    },
    abandonedShare: {
      title: "放棄率",
      description: `キューに入った問い合わせのうち、顧客がキューで終了した割合です。エージェントが応答せず、続く問い合わせもなく、フローが別の場所へ送ったり終了したりしていないものです。${shortAbandonRule(thresholds)}`,
    },
    ctrs: {
      title: "日別 CTR",
      description: "開始日ごとの問い合わせ追跡レコード (CTR) の数です。",
    },
    callsPerDay: {
      title: "日別コール数",
      description: "同じ数値を表で示します。問い合わせのない日に行はありません。",
    },
    callsByHour: {
      title: "時間帯別コール数",
      description: "開始した時間帯ごとの問い合わせ数です。すべての日を合計します。",
    },
    busyHours: {
      title: "混雑する時間帯",
      description: "曜日と時間帯ごとの問い合わせ数です。",
    },
    serviceLevelPerDay: {
      title: "日別サービスレベル",
      description: `その日に始まった問い合わせのサービスレベルです (しきい値: ${threshold(thresholds)})。`,
    },
    abandonedPerDay: {
      title: "日別放棄率",
      description: "その日に始まった問い合わせの放棄率です。",
    },
    waitingPercentiles: {
      title: "待ち時間のパーセンタイル",
      description:
        "応答した問い合わせのキューでの時間を日別に示します。半数は 50 パーセンタイル以下、20 件中 19 件は 95 パーセンタイル以下の待ち時間でした。推定値です。",
    },
    handlingPercentiles: {
      title: "処理時間のパーセンタイル",
      description:
        "通話、保留、アフターコンタクトワークを合計した日別の処理時間です。エージェントが対応した問い合わせのうち、発信を除きます。推定値です。",
    },
    queues: {
      title: "キュー",
      description:
        "キューごとの問い合わせ数、割合、平均時間です。行の合計はコール数と一致します。エージェント個人のキューは (agent queues) の行にまとまります。発信は問い合わせ数に含み、処理時間には含みません。問い合わせの多い順に最大 500 キューを表示します。",
    },
    serviceLevelThresholds: {
      title: "しきい値別サービスレベル",
      description: `各キューに入った問い合わせのうち、待ち時間が列 (SL) の秒数以内にエージェントが応答した割合です。最初の数値の列は、割合の対象となる問い合わせの数です。${shortAbandonRule(thresholds)}最大 500 キューで、問い合わせの多いものを示します。`,
    },
    agents: {
      title: "エージェント",
      description:
        "エージェントごとの対応件数 (発信を除く) と平均時間です。対応件数の多い順に最大 1,000 人を表示します。",
    },
    queuesNow: {
      title: "現在のキュー",
      description:
        "キューとチャネルごとの現在の待ち数と、Connect が集計した時刻です。待ちの多い順に最大 500 キューを表示します。",
    },
    queueTrend: {
      title: "待ち数の推移 (過去 24 時間)",
      description: "選択した期間に関係なく、過去 24 時間に全キューで同時に待っていた最大数です。",
    },
    waitingByQueue: {
      title: "キュー別の待ち数 (過去 24 時間)",
      description:
        "選択した期間に関係なく、過去 24 時間に各キューで同時に待っていた最大数です。キューが多い場合は、待ちが最も多かったキューを表示します。全コンタクトセンターのダッシュボードでは、同じ名前のキューは 1 本の棒を共有し、その中の最大数を示します。",
    },
    agentStates: {
      title: "現在のエージェント (過去 5 分)",
      description:
        "過去 5 分の最新イベントによる各エージェントのアクティビティです。ランクの数字が小さく、先に確認すべきエージェントが上に並びます。複数の問い合わせに同時に対応している場合は、ランクの数字が最も小さい問い合わせが、アクティビティ、チャネル、キュー、*開始*を決めます。問い合わせがない場合、*開始*は、その間に問い合わせがあっても、ステータスが始まった時刻です。Connect はログアウト後も最大 1 時間イベントを送信します。名前順に最大 1,000 人を表示します。",
    },
    timeInState: {
      title: "ステータス別時間",
      description: "期間内に終わったステータスについて、エージェントが各ステータスにいた時間です。",
    },
    agentsPerDay: {
      title: "日別エージェント数",
      description: "エージェント数と同じ方法で数えた、日別の活動エージェント数です。",
    },
    transfers: {
      title: "転送",
      description:
        "エージェントによる転送、またはキューからキューへの転送で、Connect 内で引き継がれた問い合わせの数です。キューで絞り込むと、そのキューが受けた数になります。",
    },
    transfersOut: {
      title: "外部への転送",
      description: "Connect の外の番号に転送された問い合わせの数です。",
    },
    callbacks: {
      title: "コールバック",
      description: "顧客が依頼したコールバックの数です。つながらなかったものも含みます。",
    },
    callbackWait: {
      title: "コールバックの待ち時間",
      description:
        "エージェントが応答したコールバックが、依頼からキューで待った平均時間です。コールバックの初期遅延は含みません。",
    },
    chatFirstResponse: {
      title: "最初の応答",
      description: "チャットでエージェントが受けてから最初に応答するまでの平均時間です。",
    },
    chatMessages: {
      title: "チャットごとのメッセージ",
      description:
        "チャットごとの平均メッセージ数です。顧客、エージェント、ボットを合わせて数えます。",
    },
    waitingHours: {
      title: "時間帯別の待ち時間",
      description:
        "応答された問い合わせの、開始した曜日と時間帯ごとの平均待ち時間(秒)です。濃いところはエージェントが足りない時間です。",
    },
    channels: {
      title: "チャネル",
      description: "チャネルごとの問い合わせ数、割合、平均処理時間です。",
    },
    initiationMethods: {
      title: "開始方法",
      description: "開始方法ごとの問い合わせ数です。行の合計はコール数と同じです。",
    },
    disconnectReasons: {
      title: "終了理由",
      description: "終了理由ごとの問い合わせ数です。行の合計はコール数と同じです。",
    },
    soundQuality: {
      title: "日別の音質",
      description:
        "Connect が報告した通話の、エージェント側と顧客側の平均音質スコアです。1(悪い)から 5(良い)までです。",
    },
    intervals: {
      title: "時間間隔",
      description: `キューに入った問い合わせを、開始した 15 分の間隔ごとに示します: 全体、エージェントの応答、放棄、基準時間内(${threshold(thresholds)})、平均処理時間。${shortAbandonRule(thresholds)} 最大 366 日です。全コンタクトセンターのダッシュボードでは、期間のすべての日が 1 行にまとまります。`,
    },
    reconciliation: {
      title: "照合",
      description:
        "Amazon Connect 自身のメトリクスと、問い合わせレコードから求めた同じ数値を、日・キュー・チャネルごとに並べます。どちらも問い合わせを*終了した*日に数えるため、他のパネルの数値とは異なります。差が 0 未満の場合、問い合わせレコードが不足しています。割合はパーセント、時間は秒です。1 秒未満の時間の差は丸めによるものです。今日より前の日、最大 31 日、50 キューです。",
    },
    reconciliationHours: {
      title: "差のある時間帯",
      description:
        "差のある件数ごとに、問い合わせが不足している(0 未満)、または二重に数えられている時間帯を示します。すべての件数が一致していれば空です。",
    },
    occupancy: {
      title: "稼働率",
      description:
        "Connect の稼働率です。エージェントごとに、問い合わせ対応の時間を、その時間とアイドル時間の合計で割ります。同時対応は 1 回だけ数え、カスタムステータスは含みません。期間内に終わった対応可能の時間が対象です。稼働率が高い順に 30 人を表示します。",
    },
    timeByAgent: {
      title: "エージェント別の時間",
      description:
        "期間内に終わったエージェントごとの時間です。*対応中*は*対応可能*のうち 1 件以上に対応していた時間で、接続から問い合わせを閉じるまでです。*保留*と *ACW* はその一部です。同時対応は 1 回だけ数えます。*非生産*はカスタムステータスの時間です。最大 1,000 人を表示します。",
    },
    agentDays: {
      title: "エージェントの日別勤務",
      description:
        "エージェントごとの日々の最初のログインと最後のログアウト(ブラウザーのタイムゾーン)と、エージェント別の時間です。時間は終わった日に属します。その日にログインまたはログアウトがなければ - を表示します。",
    },
    contactCenters: {
      title: "コンタクトセンターの比較",
      description:
        "コンタクトセンターを並べて比較します。発信は問い合わせ数に含み、処理時間には含みません。",
    },
    wallQueue: {
      title: "待ち",
      description: "いま待っている問い合わせの数と最長の待ち時間です。上限と比べて色で示します。",
    },
    wallAgents: {
      title: "エージェント",
      description:
        "直近 5 分の最新イベントによるエージェントの数です: 対応可能、対応中(呼び出し中、対応、アフターコールワーク)、離席(カスタムステータス、または応答しなかった、拒否した、失敗した問い合わせが残っている)。オフラインは数えません。",
    },
    wallToday: {
      title: "本日",
      description: "選択した期間、つまり本日のサービスレベルと放棄率です。",
    },
  },
  labels: {
    abandoned: "放棄",
    abandonedShare: "放棄率",
    activity: "アクティビティ",
    acw: "ACW (秒)",
    afterContactWork: "ACW (h)",
    agent: "エージェント",
    agents: "エージェント数",
    agentsAvailable: "対応可能",
    agentsAway: "離席",
    agentsOnContact: "対応中",
    answered: "応答",
    asOf: "時点",
    available: "対応可能 (h)",
    callDuration: "通話 (秒)",
    calls: "問い合わせ数",
    channel: "チャネル",
    contactCenter: "コンタクトセンター",
    contactRecords: "レコード",
    contactsAtOnce: "同時対応",
    customer: "顧客",
    day: "日付",
    difference: "差",
    disconnectReason: "終了理由",
    firstLogin: "最初のログイン",
    firstResponse: "最初の応答 (秒)",
    handleTime: "処理時間 (秒)",
    hour: "時",
    idle: "アイドル (h)",
    initiationMethod: "開始方法",
    inQueue: "キュー内",
    interval: "間隔",
    lastLogout: "最後のログアウト",
    lastSeen: "最終イベント",
    messages: "メッセージ数",
    metric: "メトリクス",
    noName: "(名前なし)",
    nonProductive: "非生産 (h)",
    noQueue: "(キューなし)",
    noValue: "(値なし)",
    occupancy: "稼働率",
    offered: "キュー入り",
    oldest: "最長待ち",
    onContact: "対応中 (h)",
    onHold: "保留 (h)",
    qualityScore: "音質スコア",
    queue: "キュー",
    rank: "ランク",
    scheduled: "スケジュール済み",
    serviceLevel: "サービスレベル",
    since: "開始",
    state: "ステータス",
    time: "時刻",
    timeInState: "時間 (h)",
    wait: "待ち時間 (秒)",
    waiting: "待ち合計",
    waitingTime: "待ち時間 (秒)",
    weekday: "曜日",
  },
  serviceLevelWithin: (seconds) => `SL ${seconds} 秒`,
  filters: {
    title: "フィルター",
    description: "一部のキュー、チャネル、エージェントだけを表示します。",
  },
  header: { title: "概要", description: "どのコンタクトセンターの数値かを示します。" },
  definitions: { title: "数値の意味", description: "すべての数値の定義です。" },
  allContactCenters: "全コンタクトセンター",
  topics: {
    summary: {
      title: "サマリー",
      description: "Amazon Connect の月次の主要指標です。",
    },
    queues: {
      title: "キュー",
      description:
        "Amazon Connect のキュー: リアルタイムのメトリクス、サービスレベル、待ち時間です。",
    },
    agents: {
      title: "エージェント",
      description: "Amazon Connect のエージェント: 現在のアクティビティ、対応、時間です。",
    },
    contacts: {
      title: "問い合わせ",
      description: "Amazon Connect の問い合わせ: 混雑する時間、チャネル、転送、コールバックです。",
    },
    wall: {
      title: "ウォール",
      description: "室内の画面に表示する Amazon Connect の数値です。",
    },
  },
  headerText: (title, links, contactCenters) =>
    headerMarkdown(title, links, {
      contactCenters: contactCenters.map(
        (contactCenter) =>
          `**${contactCenter.title}**: 日付と時刻は ${contactCenter.timeZone}、サービスレベルは ${threshold(thresholdsOf([contactCenter]))}以内。${shortAbandonRule(thresholdsOf([contactCenter]))}`,
      ),
      below: "各数値の意味はこのページの一番下にあります。",
    }),
  rules: {
    start: "問い合わせは、後で終わった場合も、始まった時刻 (`InitiationTimestamp`) に属します。",
    days: "日付、時刻、曜日はコンタクトセンターのタイムゾーンによります。選択した期間は*お使いの*ブラウザーのタイムゾーンによるため、両者が異なると期間の最初と最後の日は一部だけになることがあります。",
    outgoing:
      "エージェント、フロー、キャンペーンが始めた発信の問い合わせは、どのパネルでも、通話時間、アフターコンタクトワーク、処理時間に含みません。スーパーバイザーのモニタリング (`MONITOR`) は対応として数えません。",
    durations:
      "時間の長さは小数第 1 位までの秒、ステータス別時間は時間 (h)、最長待ちは時:分:秒で表示します。",
    arrival:
      "問い合わせレコードは、問い合わせとアフターコンタクトワークが終わると届き、内容が変わるともう一度届きます。最新のレコードだけを 1 回数えます。",
    filters:
      "キューやチャネルで絞り込むと、その値を持たないもの (現在の待ち呼の合計、エージェントに関するパネル) は空になります。",
  },
  report: {
    month: "月次レポート",
    week: "週次レポート",
    changeFrom: (period) => `${period}からの変化`,
    points: "ポイント",
    noChange: "比較値なし",
    noData: "データなし",
    total: "合計",
    evaluatedAt: (time, timeZone) =>
      `${time}（${timeZone}）に集計しました。それ以降に届いたレコードは含まれません。`,
    dashboard: "ダッシュボードを開く",
  },
});

function threshold({ byQueue, serviceLevel }: Thresholds): string {
  const range = secondsText(serviceLevel);
  return byQueue ? `${range}、異なるキューはキューごとのしきい値` : range;
}

function shortAbandonRule({ shortAbandon }: Thresholds): string {
  if (!shortAbandon) return "";
  return `${secondsText(shortAbandon)}以内に放棄された問い合わせは除きます。`;
}

function secondsText({ byContactCenter, highest, lowest }: SecondsRange): string {
  const range = lowest === highest ? `${lowest} 秒` : `${lowest}～${highest} 秒`;
  return byContactCenter ? `${range} (コンタクトセンター別)` : range;
}
