<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="pt_BR">
<context>
    <name>BehindList</name>
    <message numerus="yes">
        <source>%n chamado(s)</source>
        <translation>
            <numerusform>%n chamado</numerusform>
            <numerusform>%n chamados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>{act} · %n chamado(s)</source>
        <translation>
            <numerusform>{act} · %n chamado</numerusform>
            <numerusform>{act} · %n chamados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chamado(s) muda(m)</source>
        <translation>
            <numerusform>%n chamado muda</numerusform>
            <numerusform>%n chamados mudam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fica(m) como está(ão)</source>
        <translation>
            <numerusform>%n fica como está</numerusform>
            <numerusform>%n ficam como estão</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feito(s)</source>
        <translation>
            <numerusform>%n feito</numerusform>
            <numerusform>%n feitos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recusado(s)</source>
        <translation>
            <numerusform>%n recusado</numerusform>
            <numerusform>%n recusados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message numerus="yes">
        <source>%n aberta(s) agora</source>
        <translation>
            <numerusform>%n aberta agora</numerusform>
            <numerusform>%n abertas agora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n em dobro</source>
        <translation>
            <numerusform>%n em dobro</numerusform>
            <numerusform>%n em dobro</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsultingPage</name>
    <message numerus="yes">
        <source>%n apontamento(s) exportado(s)</source>
        <translation>
            <numerusform>%n apontamento exportado</numerusform>
            <numerusform>%n apontamentos exportados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>%n resposta(s)</source>
        <translation>
            <numerusform>%n resposta</numerusform>
            <numerusform>%n respostas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesktopNews</name>
    <message numerus="yes">
        <source>%n novidade(s) nos seus chamados: {numbers}…</source>
        <translation>
            <numerusform>%n novidade nos seus chamados: {numbers}…</numerusform>
            <numerusform>%n novidades nos seus chamados: {numbers}…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportClientsDialog</name>
    <message numerus="yes">
        <source>só das primeiras %n linha(s)</source>
        <translation>
            <numerusform>só da primeira linha</numerusform>
            <numerusform>só das primeiras %n linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) ficaram de fora; corrija-as e importe de novo</source>
        <translation>
            <numerusform>%n linha ficou de fora; corrija-a e importe de novo</numerusform>
            <numerusform>%n linhas ficaram de fora; corrija-as e importe de novo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cliente(s) novo(s)</source>
        <translation>
            <numerusform>%n cliente novo</numerusform>
            <numerusform>%n clientes novos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contato(s) novo(s)</source>
        <translation>
            <numerusform>%n contato novo</numerusform>
            <numerusform>%n contatos novos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n atualizado(s)</source>
        <translation>
            <numerusform>%n atualizado</numerusform>
            <numerusform>%n atualizados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) recusada(s)</source>
        <translation>
            <numerusform>%n linha recusada</numerusform>
            <numerusform>%n linhas recusadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n coluna(s)</source>
        <translation>
            <numerusform>%n coluna</numerusform>
            <numerusform>%n colunas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n com um papel</source>
        <translation>
            <numerusform>%n com um papel</numerusform>
            <numerusform>%n com um papel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message numerus="yes">
        <source>%n chamado(s)</source>
        <translation>
            <numerusform>%n chamado</numerusform>
            <numerusform>%n chamados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evento(s)</source>
        <translation>
            <numerusform>%n evento</numerusform>
            <numerusform>%n eventos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s)</source>
        <translation>
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%n linha(s) examinada(s)</source>
        <translation>
            <numerusform>%n linha examinada</numerusform>
            <numerusform>%n linhas examinadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>e mais %n</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTimesDialog</name>
    <message numerus="yes">
        <source>%n linha(s) ficaram de fora; corrija-as e importe de novo</source>
        <translation>
            <numerusform>%n linha ficou de fora; corrija-a e importe de novo</numerusform>
            <numerusform>%n linhas ficaram de fora; corrija-as e importe de novo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n apontamento(s) novo(s)</source>
        <translation>
            <numerusform>%n apontamento novo</numerusform>
            <numerusform>%n apontamentos novos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sem cobrança</source>
        <translation>
            <numerusform>%n sem cobrança</numerusform>
            <numerusform>%n sem cobrança</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n já importado(s)</source>
        <translation>
            <numerusform>%n já importado</numerusform>
            <numerusform>%n já importados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) recusada(s)</source>
        <translation>
            <numerusform>%n linha recusada</numerusform>
            <numerusform>%n linhas recusadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalHolidaysDialog</name>
    <message numerus="yes">
        <source>%n proposto(s)</source>
        <translation>
            <numerusform>%n proposto</numerusform>
            <numerusform>%n propostos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n já conhecido(s)</source>
        <translation>
            <numerusform>%n já conhecido</numerusform>
            <numerusform>%n já conhecidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message numerus="yes">
        <source>%n mensagem(ns)</source>
        <translation>
            <numerusform>%n mensagem</numerusform>
            <numerusform>%n mensagens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as %n mensagem(ns) mais novas</source>
        <translation>
            <numerusform>a mensagem mais nova</numerusform>
            <numerusform>as %n mensagens mais novas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(m) por uma pessoa</source>
        <translation>
            <numerusform>%n espera por uma pessoa</numerusform>
            <numerusform>%n esperam por uma pessoa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OmbudsmanPage</name>
    <message numerus="yes">
        <source>%n em aberto</source>
        <translation>
            <numerusform>%n em aberto</numerusform>
            <numerusform>%n em aberto</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message numerus="yes">
        <source>%n lugar(es)</source>
        <translation>
            <numerusform>%n lugar</numerusform>
            <numerusform>%n lugares</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message numerus="yes">
        <source>%n chamado(s)</source>
        <translation>
            <numerusform>%n chamado</numerusform>
            <numerusform>%n chamados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vencido(s)</source>
        <translation>
            <numerusform>%n vencido</numerusform>
            <numerusform>%n vencidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketActs</name>
    <message numerus="yes">
        <source>{act}: %n chamado(s)</source>
        <translation>
            <numerusform>{act}: %n chamado</numerusform>
            <numerusform>{act}: %n chamados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Desfeito em %n chamado(s)</source>
        <translation>
            <numerusform>Desfeito em %n chamado</numerusform>
            <numerusform>Desfeito em %n chamados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arquivo(s) anexado(s)</source>
        <translation>
            <numerusform>%n arquivo anexado</numerusform>
            <numerusform>%n arquivos anexados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIfDialog</name>
    <message numerus="yes">
        <source>Nenhum prazo muda, de %n chamado(s) em aberto.</source>
        <translation>
            <numerusform>Nenhum prazo muda, de %n chamado em aberto.</numerusform>
            <numerusform>Nenhum prazo muda, de %n chamados em aberto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prazo(s) muda(m)</source>
        <translation>
            <numerusform>%n prazo muda</numerusform>
            <numerusform>%n prazos mudam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passa(m) a estar atrasado(s)</source>
        <translation>
            <numerusform>%n passa a estar atrasado</numerusform>
            <numerusform>%n passam a estar atrasados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deixa(m) de estar atrasado(s)</source>
        <translation>
            <numerusform>%n deixa de estar atrasado</numerusform>
            <numerusform>%n deixam de estar atrasados</numerusform>
        </translation>
    </message>
</context>
</TS>
