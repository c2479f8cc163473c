import {
  headerMarkdown,
  TARGET_PERCENT,
  thresholdsOf,
  type SecondsRange,
  type Texts,
  type Thresholds,
} from "./texts";

export const korean = (thresholds: Thresholds): Texts => ({
  panels: {
    callsInQueue: {
      title: "현재 대기 호",
      description:
        "선택한 기간과 관계없이 지금 기다리는 고객 응대 수입니다. Connect 실시간 지표의 *In queue*와 *Scheduled*(지연 시간을 기다리는 콜백)를 모든 대기열에 대해 더한 값입니다.",
    },
    snapshotTime: {
      title: "기준 시각",
      description: "Connect가 현재 대기 호를 집계한 시각이며 브라우저의 시간대로 표시됩니다.",
    },
    numberOfCalls: {
      title: "총 통화 수",
      description:
        "기간 안에 시작된 고객 응대 수입니다. 모든 채널과 모든 구간을 셉니다. 호가 전환되면 새로운 고객 응대가 시작됩니다. 발신과 관리자 모니터링 기록도 셉니다.",
    },
    numberOfAgents: {
      title: "상담원 수",
      description:
        "기간 안에 활동한 서로 다른 상담원 수입니다. 오프라인 상태에서 보낸 하트비트를 제외한 모든 상담원 이벤트를 활동으로 봅니다. 수천 명을 넘으면 추정값입니다.",
    },
    serviceLevel: {
      title: "서비스 레벨",
      description: `대기열에 들어온 고객 응대 가운데 기준 시간(${threshold(thresholds)}) 안에 상담원이 응답한 비율입니다.${shortAbandonRule(thresholds)} ${TARGET_PERCENT}% 이상이면 초록색, 미만이면 빨간색입니다.`,
    },
    averageCallDuration: {
      title: "평균 통화 시간",
      description:
        "상담원과 고객이 대화한 시간의 평균이며 보류와 통화 후 작업은 포함하지 않습니다. 상담원이 응답한 고객 응대 중 발신은 제외합니다. 해당 건이 없으면 줄표(-)로 표시됩니다.",
    },
    averageAcw: {
      title: "평균 통화 후 작업 시간(ACW)",
      description:
        "상담원이 응답한 고객 응대의 통화 후 작업 시간 평균이며 발신은 제외합니다. 통화 후 작업이 없는 건은 0초로 계산합니다.",
    },
    averageWait: {
      title: "평균 대기 시간",
      description: "대기열에서 상담원이 응답한 고객 응대의 평균 대기 시간입니다.",
    },
    abandonedShare: {
      title: "포기율",
      description: `대기열에서 고객이 끊은 비율입니다. 상담원이 응답하지 못했고 이어지는 고객 응대도 없으며 흐름이 다른 곳으로 보내거나 끝내지 않은 건입니다.${shortAbandonRule(thresholds)}`,
    },
    ctrs: {
      title: "일별 CTR",
      description: "시작된 날짜별 고객 응대 기록(CTR) 수입니다.",
    },
    callsPerDay: {
      title: "일별 통화 수",
      description: "같은 숫자를 표로 보여 줍니다. 고객 응대가 없는 날은 행이 없습니다.",
    },
    callsByHour: {
      title: "시간대별 통화 수",
      description: "하루 중 시작된 시간대별 고객 응대 수이며 모든 날을 합한 값입니다.",
    },
    busyHours: {
      title: "바쁜 시간대",
      description: "요일과 시간대별 고객 응대 수입니다.",
    },
    serviceLevelPerDay: {
      title: "일별 서비스 레벨",
      description: `그날 시작된 고객 응대의 서비스 레벨입니다(기준 시간: ${threshold(thresholds)}).`,
    },
    abandonedPerDay: {
      title: "일별 포기율",
      description: "그날 시작된 고객 응대의 포기율입니다.",
    },
    waitingPercentiles: {
      title: "대기 시간 백분위수",
      description:
        "응답된 고객 응대의 일별 대기 시간입니다. 절반은 50백분위수 이하, 스무 건 중 열아홉 건은 95백분위수 이하로 기다렸습니다. 추정값입니다.",
    },
    handlingPercentiles: {
      title: "처리 시간 백분위수",
      description:
        "대화, 보류, 통화 후 작업을 더한 일별 처리 시간입니다. 상담원이 응답한 고객 응대 중 발신은 제외합니다. 추정값입니다.",
    },
    queues: {
      title: "대기열",
      description:
        "대기열별 고객 응대 수, 비율, 평균 시간이며 행의 합은 총 통화 수와 같습니다. 상담원 개인 대기열은 (agent queues) 행에 모입니다. 발신은 고객 응대 수에는 포함하고 처리 시간에는 포함하지 않습니다. 고객 응대가 많은 순으로 최대 500개 대기열을 표시합니다.",
    },
    serviceLevelThresholds: {
      title: "기준 시간별 서비스 레벨",
      description: `각 대기열에 들어온 고객 응대 가운데 열(SL)에 표시된 초 안에 상담원이 응답한 비율입니다. 첫 번째 숫자 열은 비율에 포함된 고객 응대 수입니다.${shortAbandonRule(thresholds)} 응대가 많은 순으로 최대 500개 대기열을 보여 줍니다.`,
    },
    agents: {
      title: "상담원",
      description:
        "상담원별 처리 건수와 평균 시간이며 발신은 제외합니다. 처리 건수가 많은 순으로 최대 1,000명을 표시합니다.",
    },
    queuesNow: {
      title: "현재 대기열",
      description:
        "대기열과 채널별로 지금 기다리는 수와 Connect가 측정한 시각입니다. 많이 기다리는 순으로 최대 500개 대기열을 표시합니다.",
    },
    queueTrend: {
      title: "대기 추이(최근 24시간)",
      description:
        "선택한 기간과 관계없이 최근 24시간 동안 모든 대기열에서 동시에 기다린 최대 수입니다.",
    },
    waitingByQueue: {
      title: "대기열별 대기 추이(최근 24시간)",
      description:
        "선택한 기간과 관계없이 최근 24시간 동안 각 대기열에서 동시에 기다린 최대 수입니다. 대기열이 많으면 가장 많이 기다린 대기열만 표시합니다. 전체 콜센터 대시보드에서는 이름이 같은 대기열이 막대 하나를 함께 쓰며 그중 최댓값을 표시합니다.",
    },
    agentStates: {
      title: "현재 상담원(최근 5분)",
      description:
        "최근 5분의 마지막 이벤트로 본 상담원별 활동입니다. 순위 숫자가 작아 먼저 살펴야 할 상담원이 위에 옵니다. 여러 건을 동시에 응대하면 순위 숫자가 가장 작은 건이 활동, 채널, 대기열, *시작 시각*을 정합니다. 응대가 없으면 *시작 시각*은 그 사이에 응대가 있었더라도 상태가 시작된 시각입니다. Connect는 로그아웃 후 최대 한 시간 동안 이벤트를 보냅니다. 이름순으로 최대 1,000명을 표시합니다.",
    },
    timeInState: {
      title: "상태별 시간",
      description: "기간 안에 끝난 상태를 기준으로 상담원이 각 상태에 머문 시간입니다.",
    },
    agentsPerDay: {
      title: "일별 상담원 수",
      description: "상담원 수와 같은 방법으로 센 일별 활동 상담원 수입니다.",
    },
    transfers: {
      title: "전환",
      description:
        "상담원이 또는 대기열에서 대기열로 Connect 안에서 전환한 고객 응대 수입니다. 대기열을 선택하면 그 대기열이 받은 수입니다.",
    },
    transfersOut: {
      title: "외부 전환",
      description: "Connect 밖의 번호로 전환한 고객 응대 수입니다.",
    },
    callbacks: {
      title: "콜백",
      description: "고객이 요청한 콜백 수이며 연결되지 않은 콜백도 포함합니다.",
    },
    callbackWait: {
      title: "콜백 대기 시간",
      description:
        "상담원이 응답한 콜백이 요청 이후 대기열에서 기다린 평균 시간입니다. 콜백의 초기 지연은 포함하지 않습니다.",
    },
    chatFirstResponse: {
      title: "첫 응답",
      description: "채팅에서 상담원이 수락한 뒤 첫 응답까지 걸린 평균 시간입니다.",
    },
    chatMessages: {
      title: "채팅당 메시지",
      description: "고객, 상담원, 봇을 합한 채팅당 평균 메시지 수입니다.",
    },
    waitingHours: {
      title: "시간대별 대기 시간",
      description:
        "응답된 고객 응대가 시작된 요일과 시간대별 평균 대기 시간(초)입니다. 짙은 칸은 상담원이 부족한 시간입니다.",
    },
    channels: {
      title: "채널",
      description: "채널별 고객 응대 수, 비율, 평균 처리 시간입니다.",
    },
    initiationMethods: {
      title: "시작 방법",
      description: "시작 방법별 고객 응대 수이며 행의 합은 총 통화 수와 같습니다.",
    },
    disconnectReasons: {
      title: "종료 사유",
      description: "종료 사유별 고객 응대 수이며 행의 합은 총 통화 수와 같습니다.",
    },
    soundQuality: {
      title: "일별 음질",
      description:
        "Connect가 보고한 통화의 상담원 쪽과 고객 쪽 평균 음질 점수이며 1(나쁨)부터 5(좋음)까지입니다.",
    },
    intervals: {
      title: "시간 구간",
      description: `대기열에 들어온 고객 응대를 시작된 15분 구간별로 보여 줍니다: 전체, 상담원 응답, 포기, 기준 시간 이내(${threshold(thresholds)}), 평균 처리 시간.${shortAbandonRule(thresholds)} 최대 366일이며, 전체 콜센터 대시보드에서는 기간의 모든 날이 한 행을 함께 씁니다.`,
    },
    reconciliation: {
      title: "대조",
      description:
        "Amazon Connect 자체 지표와 고객 응대 레코드에서 구한 같은 수치를 날짜, 대기열, 채널별로 나란히 보여 줍니다. 둘 다 고객 응대를 *종료된* 날에 세므로 다른 패널의 수치와 다릅니다. 차이가 0보다 작으면 고객 응대 레코드가 빠진 것입니다. 비율은 퍼센트, 시간은 초이며 1초 미만의 시간 차이는 반올림 때문입니다. 오늘 이전의 날짜로, 최대 31일, 대기열 50개입니다.",
    },
    reconciliationHours: {
      title: "차이가 있는 시간",
      description:
        "차이가 있는 건수마다 고객 응대가 빠졌거나(0 미만) 두 번 세어진 시간을 보여 줍니다. 모든 건수가 일치하면 비어 있습니다.",
    },
    occupancy: {
      title: "점유율",
      description:
        "Connect의 점유율입니다. 응대 시간을 응대 시간과 유휴 시간의 합으로 나눈 값입니다. 동시 응대는 한 번만 세고 사용자 지정 상태는 제외합니다. 기간 안에 끝난 대기 가능 시간만 계산합니다. 점유율이 높은 순으로 30명을 표시합니다.",
    },
    timeByAgent: {
      title: "상담원별 시간",
      description:
        "기간 안에 끝난 상담원별 시간입니다. *응대*는 *대기 가능* 시간 가운데 한 건 이상을 응대한 시간이며 연결부터 응대를 종료할 때까지입니다. *보류*와 *통화 후 작업*은 응대의 일부입니다. 동시 응대는 한 번만 셉니다. 대기 가능에서 응대를 뺀 나머지가 유휴 시간입니다. *비생산*은 사용자 지정 상태의 시간입니다. 최대 1,000명을 표시합니다.",
    },
    agentDays: {
      title: "일별 상담원 근무",
      description:
        "상담원의 하루 첫 로그인과 마지막 로그아웃(브라우저의 시간대)과 상담원별 시간입니다. 시간은 끝난 날짜에 속합니다. 그날 로그인이나 로그아웃이 없으면 -로 표시됩니다.",
    },
    contactCenters: {
      title: "콜센터 비교",
      description:
        "콜센터를 나란히 비교합니다. 발신은 고객 응대 수에는 포함하고 처리 시간에는 포함하지 않습니다.",
    },
    wallQueue: {
      title: "대기",
      description: "지금 기다리는 고객 응대 수와 최장 대기 시간이며 한도와 비교합니다.",
    },
    wallAgents: {
      title: "상담원",
      description:
        "최근 5분의 마지막 이벤트로 본 상담원 수입니다: 응대 가능, 응대 중(연결 중, 응대, 통화 후 작업), 자리 비움(사용자 지정 상태, 또는 놓치거나 거절하거나 실패한 뒤 정리하지 않은 응대). 오프라인은 제외합니다.",
    },
    wallToday: {
      title: "오늘",
      description: "선택한 기간, 곧 오늘의 서비스 레벨과 포기율입니다.",
    },
  },
  labels: {
    abandoned: "포기",
    abandonedShare: "포기율",
    activity: "활동",
    acw: "통화 후 작업(초)",
    afterContactWork: "통화 후 작업(h)",
    agent: "상담원",
    agents: "상담원 수",
    agentsAvailable: "응대 가능",
    agentsAway: "자리 비움",
    agentsOnContact: "응대 중",
    answered: "응답",
    asOf: "기준 시각",
    available: "대기 가능(h)",
    callDuration: "통화 시간(초)",
    calls: "고객 응대 수",
    channel: "채널",
    contactCenter: "콜센터",
    contactRecords: "레코드",
    contactsAtOnce: "동시 응대",
    customer: "고객",
    day: "날짜",
    difference: "차이",
    disconnectReason: "종료 사유",
    firstLogin: "첫 로그인",
    firstResponse: "첫 응답(초)",
    handleTime: "처리 시간(초)",
    hour: "시",
    idle: "유휴(h)",
    initiationMethod: "시작 방법",
    inQueue: "대기",
    interval: "구간",
    lastLogout: "마지막 로그아웃",
    lastSeen: "마지막 이벤트",
    metric: "지표",
    noName: "(이름 없음)",
    messages: "메시지 수",
    noQueue: "(대기열 없음)",
    nonProductive: "비생산(h)",
    noValue: "(없음)",
    occupancy: "점유율",
    offered: "대기열 진입",
    oldest: "최장 대기",
    onContact: "응대(h)",
    onHold: "보류(h)",
    qualityScore: "음질 점수",
    queue: "대기열",
    rank: "순위",
    scheduled: "예약",
    serviceLevel: "서비스 레벨",
    since: "시작 시각",
    state: "상태",
    time: "시각",
    timeInState: "시간(h)",
    wait: "대기 시간(초)",
    waiting: "대기 합계",
    waitingTime: "대기 시간(초)",
    weekday: "요일",
  },
  serviceLevelWithin: (seconds) => `SL ${seconds}초`,
  filters: { title: "필터", description: "일부 대기열, 채널, 상담원만 봅니다." },
  header: { title: "안내", description: "어느 콜센터의 숫자인지 알려 줍니다." },
  definitions: { title: "숫자의 의미", description: "모든 숫자의 정의입니다." },
  allContactCenters: "전체 콜센터",
  topics: {
    summary: { title: "요약", description: "Amazon Connect의 월간 핵심 지표입니다." },
    queues: {
      title: "대기열",
      description: "Amazon Connect의 대기열: 실시간 지표, 서비스 레벨, 대기 시간입니다.",
    },
    agents: {
      title: "상담원",
      description: "Amazon Connect의 상담원: 현재 활동, 처리한 건, 시간입니다.",
    },
    contacts: {
      title: "고객 응대",
      description: "Amazon Connect의 고객 응대: 바쁜 시간, 채널, 전환, 콜백입니다.",
    },
    wall: {
      title: "전광판",
      description: "사무실 화면에 띄우는 Amazon Connect의 숫자입니다.",
    },
  },
  headerText: (title, links, contactCenters) =>
    headerMarkdown(title, links, {
      contactCenters: contactCenters.map(
        (contactCenter) =>
          `**${contactCenter.title}**: 날짜와 시간은 ${contactCenter.timeZone} 기준, 서비스 레벨은 ${threshold(thresholdsOf([contactCenter]))} 이내.${shortAbandonRule(thresholdsOf([contactCenter]))}`,
      ),
      below: "각 숫자의 의미는 이 페이지 맨 아래에 있습니다.",
    }),
  rules: {
    start: "고객 응대는 나중에 끝나더라도 시작된 시각(`InitiationTimestamp`)에 속합니다.",
    days: "날짜, 시간, 요일은 콜센터의 시간대를 따릅니다. 선택한 기간은 *사용자* 브라우저의 시간대를 따르므로 둘이 다르면 기간의 첫날과 마지막 날이 일부만 포함될 수 있습니다.",
    outgoing:
      "상담원, 흐름, 캠페인이 시작한 발신 고객 응대는 모든 패널에서 통화 시간, 통화 후 작업, 처리 시간에 포함하지 않습니다. 관리자 모니터링(`MONITOR`)은 처리 건으로 세지 않습니다.",
    durations:
      "시간 길이는 소수 첫째 자리까지의 초로, 상태별 시간은 시간(h)으로, 최장 대기는 시:분:초로 표시합니다.",
    arrival:
      "고객 응대 기록은 통화와 통화 후 작업이 끝나면 도착하고 내용이 바뀌면 다시 도착합니다. 가장 최신 기록만 한 번 셉니다.",
    filters:
      "대기열이나 채널로 필터링하면 그 값이 없는 패널(현재 대기 호의 합계, 상담원 관련 패널)은 비게 됩니다.",
  },
  report: {
    month: "월간 보고서",
    week: "주간 보고서",
    changeFrom: (period) => `${period} 대비 변화`,
    points: "%p",
    noChange: "비교 값 없음",
    noData: "데이터 없음",
    total: "합계",
    evaluatedAt: (time, timeZone) =>
      `${time}(${timeZone})에 집계했습니다. 그 이후에 도착한 레코드는 포함되지 않습니다.`,
    dashboard: "대시보드 열기",
  },
});

function threshold({ byQueue, serviceLevel }: Thresholds): string {
  const range = secondsText(serviceLevel);
  return byQueue ? `${range}, 기준이 다른 대기열은 대기열별 기준` : range;
}

function shortAbandonRule({ shortAbandon }: Thresholds): string {
  if (!shortAbandon) return "";
  return ` ${secondsText(shortAbandon)} 안에 포기한 건은 제외합니다.`;
}

function secondsText({ byContactCenter, highest, lowest }: SecondsRange): string {
  const range = lowest === highest ? `${lowest}초` : `${lowest}~${highest}초`;
  return byContactCenter ? `콜센터별 ${range}` : range;
}
